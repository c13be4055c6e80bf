/// What Istio's resources mean.
///
/// In: AuthorizationPolicies, PeerAuthentications, VirtualServices, DestinationRules, Sidecars and EnvoyFilters, and the
/// Namespaces and workloads whose labels ask for a sidecar. Out: declarations of one plane, `istio`; none at all where the
/// environment holds nothing of Istio's. What the records call a gap becomes *unclear* in a match, or an extension that may do
/// anything at the place. Deliberately absent: MeshConfig, ambient mode, gateways and ServiceEntries.
@NullMarked
package io.meshc.normalize.istio;

import org.jspecify.annotations.NullMarked;
