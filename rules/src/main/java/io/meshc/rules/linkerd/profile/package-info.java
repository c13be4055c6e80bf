/// What the webhook of Linkerd refuses of a ServiceProfile.
@NullMarked
package io.meshc.rules.linkerd.profile;

import org.jspecify.annotations.NullMarked;
