/// What stub applications and tokens are written in.
@NullMarked
package io.meshc.simulate.json;

import org.jspecify.annotations.NullMarked;
