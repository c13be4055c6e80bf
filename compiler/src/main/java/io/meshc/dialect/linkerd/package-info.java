/// Linkerd's own words. In `policy`: what guards servers. In `traffic`: what routes, lets out and adds to the mesh. Here: the
/// parts that kinds of both share.
///
/// In: the fields of a document. Out: records that keep every field. Deliberately absent: the kinds of multicluster, and what
/// anything means.
///
/// Source: linkerd.io, "Authorization Policy", "Service Profiles", "Egress Networks"; linkerd/linkerd2, charts/linkerd-crds.
@NullMarked
package io.meshc.dialect.linkerd;

import org.jspecify.annotations.NullMarked;
