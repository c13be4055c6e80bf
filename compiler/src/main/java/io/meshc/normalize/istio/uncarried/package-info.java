/// Fields of Istio that the model has no place for.
@NullMarked
package io.meshc.normalize.istio.uncarried;

import org.jspecify.annotations.NullMarked;
