/// The catalogue holds to its own rules, and every page says what its rule does.
@NullMarked
package io.meshc.rules;

import org.jspecify.annotations.NullMarked;
