/// What the webhook of Linkerd refuses of what guards traffic, and what its controller ignores.
@NullMarked
package io.meshc.rules.linkerd.policy;

import org.jspecify.annotations.NullMarked;
