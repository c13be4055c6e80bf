/// What Istio asks of several of its kinds: annotations, selectors, targets, visibility.
@NullMarked
package io.meshc.rules.istio.anykind;

import org.jspecify.annotations.NullMarked;
