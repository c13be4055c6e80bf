/// Commands that tell of meshc itself, and read no configuration.
@NullMarked
package io.meshc.cli.about;

import org.jspecify.annotations.NullMarked;
