/// Who may call whom: AuthorizationPolicy, PeerAuthentication and RequestAuthentication of `security.istio.io`, every field of
/// the CRDs as it is written. Deliberately absent: which workloads a policy governs, and the order of actions.
@NullMarked
package io.meshc.dialect.istio.security;

import org.jspecify.annotations.NullMarked;
