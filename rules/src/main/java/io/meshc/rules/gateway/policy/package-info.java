/// What the policies of the Gateway API may not say.
@NullMarked
package io.meshc.rules.gateway.policy;

import org.jspecify.annotations.NullMarked;
