/// What Istio asks of a WasmPlugin and a TrafficExtension.
@NullMarked
package io.meshc.rules.istio.extension;

import org.jspecify.annotations.NullMarked;
