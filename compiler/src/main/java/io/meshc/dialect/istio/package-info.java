/// Istio's own words: AuthorizationPolicy, PeerAuthentication, VirtualService, DestinationRule, Sidecar, and the one shape of
/// EnvoyFilter that meshc writes itself.
///
/// In: documents of `security.istio.io` and `networking.istio.io`. Out: a record for each, and the same record back as a
/// node. A field of Istio that the records have no place for is a problem and a [Gap] in the part that it belongs to, so
/// that no reader takes that part for complete. Deliberately absent: what a policy means, and Istio's other kinds.
///
/// Source: the reference pages at istio.io/latest/docs/reference/config.
@NullMarked
package io.meshc.dialect.istio;

import org.jspecify.annotations.NullMarked;
