/// Open Service Mesh's own words beside SMI, which its access policies and splits are written in.
///
/// In: documents of the groups `config` and `policy.openservicemesh.io`. Out: a record for each kind, with every field, and nodes
/// made of records; the kinds are in a package for each group. Deliberately absent: what the objects mean, and
/// MultiClusterService, which no release reads any more: known by name alone. Source: the definitions of Open Service Mesh after
/// v1.2.
@NullMarked
package io.meshc.dialect.osm;

import org.jspecify.annotations.NullMarked;
