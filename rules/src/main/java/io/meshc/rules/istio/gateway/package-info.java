/// What Istio asks of a Gateway, and of TLS at a listener of a Sidecar.
@NullMarked
package io.meshc.rules.istio.gateway;

import org.jspecify.annotations.NullMarked;
