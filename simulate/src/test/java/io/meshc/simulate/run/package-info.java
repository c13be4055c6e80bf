@NullMarked
package io.meshc.simulate.run;

import org.jspecify.annotations.NullMarked;
