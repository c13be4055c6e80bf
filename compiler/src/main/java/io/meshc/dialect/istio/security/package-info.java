/// Who may call whom: AuthorizationPolicy, PeerAuthentication and RequestAuthentication of `security.istio.io`. Deliberately
/// absent: which workloads a policy governs, and the order of actions.
@NullMarked
package io.meshc.dialect.istio.security;

import org.jspecify.annotations.NullMarked;
