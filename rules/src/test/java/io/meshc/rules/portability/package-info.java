@NullMarked
package io.meshc.rules.portability;

import org.jspecify.annotations.NullMarked;
