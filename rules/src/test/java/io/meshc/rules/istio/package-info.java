@NullMarked
package io.meshc.rules.istio;

import org.jspecify.annotations.NullMarked;
