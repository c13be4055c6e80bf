/// What the webhook of Linkerd refuses of routes.
@NullMarked
package io.meshc.rules.linkerd.route;

import org.jspecify.annotations.NullMarked;
