@NullMarked
package io.meshc.simulate.wire;

import org.jspecify.annotations.NullMarked;
