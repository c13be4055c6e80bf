/// Annotations that Linkerd ignores or replaces by a default.
@NullMarked
package io.meshc.rules.linkerd.annotation;

import org.jspecify.annotations.NullMarked;
