/// What guards servers: who may call which port of which Pods.
///
/// In: the fields of a document of `policy.linkerd.io`. Out: a record for each kind, and the way back. Deliberately absent:
/// HTTPRoute, which is read as that of the Gateway API is.
@NullMarked
package io.meshc.dialect.linkerd.policy;

import org.jspecify.annotations.NullMarked;
