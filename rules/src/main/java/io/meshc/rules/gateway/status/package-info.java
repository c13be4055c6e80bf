/// What a controller of the Gateway API would say of objects that the API server takes: conditions that are false, as far as files show it. A
/// route that no listener takes, a reference that nobody permits, listeners that exclude each other.
///
/// In: objects as they are written, and the Services of the mesh. Out: findings, which name the reason as the specification spells it.
/// Deliberately absent: what only a cluster knows (addresses, readiness) and which features an implementation has.
@NullMarked
package io.meshc.rules.gateway.status;

import org.jspecify.annotations.NullMarked;
