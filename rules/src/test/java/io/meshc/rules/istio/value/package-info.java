@NullMarked
package io.meshc.rules.istio.value;

import org.jspecify.annotations.NullMarked;
