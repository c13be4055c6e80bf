/// Linkerd as an input: what its kinds, and those of the Gateway API that it follows, mean.
///
/// In: `io.meshc.dialect.linkerd`, routes of `io.meshc.dialect.gateway`, and the annotations of Kubernetes' objects. Out: the tables of
/// [io.meshc.model.server] and who is in the mesh. Deliberately absent: what the webhook refuses, and Links between clusters.
///
/// Source: linkerd.io, "Authorization Policy", "HTTPRoute", "Proxy Configuration"; linkerd/linkerd2, policy-controller;
/// linkerd/linkerd2-proxy, linkerd/http/route and linkerd/app/inbound.
@NullMarked
package io.meshc.normalize.linkerd;

import org.jspecify.annotations.NullMarked;
