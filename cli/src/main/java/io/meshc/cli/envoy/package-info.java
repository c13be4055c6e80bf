/// What the command line says of Envoys.
@NullMarked
package io.meshc.cli.envoy;

import org.jspecify.annotations.NullMarked;
