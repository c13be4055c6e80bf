/// What Istio asks of a DestinationRule, and of the connection pools of a Sidecar.
@NullMarked
package io.meshc.rules.istio.destinationrule;

import org.jspecify.annotations.NullMarked;
