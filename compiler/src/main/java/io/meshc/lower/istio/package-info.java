/// A mesh in Istio's words.
///
/// In: a mesh whose workloads stand in planes of other vendors, and the resources it came from. Out: AuthorizationPolicies,
/// PeerAuthentications, VirtualServices, DestinationRules, Sidecars, on request EnvoyFilters, and edits of Kubernetes objects;
/// a loss for each thing that Istio says otherwise or not at all. Deliberately absent: the installation of Istio, MeshConfig,
/// gateways and ambient mode.
@NullMarked
package io.meshc.lower.istio;

import org.jspecify.annotations.NullMarked;
