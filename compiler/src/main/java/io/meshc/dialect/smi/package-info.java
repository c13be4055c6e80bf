/// The Service Mesh Interface, in the words of its specification (v0.6.0): TrafficTarget, IdentityBinding,
/// HTTPRouteGroup, TCPRoute, UDPRoute and TrafficSplit.
///
/// In: documents of the groups `access`, `specs`, `split` and `metrics.smi-spec.io`. Out: records that keep every field, each
/// with its place; [RenderTrafficTarget] and its neighbours turn them back. Deliberately absent: what the fields mean, and
/// what Open Service Mesh makes of them (that is `io.meshc.normalize.smi`). An object without `apiVersion` is never guessed.
@NullMarked
package io.meshc.dialect.smi;

import org.jspecify.annotations.NullMarked;
