/// What Istio asks of a Sidecar.
@NullMarked
package io.meshc.rules.istio.sidecar;

import org.jspecify.annotations.NullMarked;
