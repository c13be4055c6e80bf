/// What Istio asks of an AuthorizationPolicy.
@NullMarked
package io.meshc.rules.istio.authorization;

import org.jspecify.annotations.NullMarked;
