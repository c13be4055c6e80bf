@NullMarked
package io.meshc.simulate.scenario;

import org.jspecify.annotations.NullMarked;
