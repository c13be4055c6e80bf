/// What an Envoy is told → files: one that holds all, or files of discovery that say the same.
@NullMarked
package io.meshc.lower.envoy.layout;

import org.jspecify.annotations.NullMarked;
