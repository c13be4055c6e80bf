/// What is written for Envoy, held against real Envoys.
@NullMarked
package io.meshc.envoy;

import org.jspecify.annotations.NullMarked;
