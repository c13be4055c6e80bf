/// What Istio asks of a Telemetry.
@NullMarked
package io.meshc.rules.istio.telemetry;

import org.jspecify.annotations.NullMarked;
