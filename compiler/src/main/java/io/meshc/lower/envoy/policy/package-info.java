/// Authorizations and matches → role-based access control.
@NullMarked
package io.meshc.lower.envoy.policy;

import org.jspecify.annotations.NullMarked;
