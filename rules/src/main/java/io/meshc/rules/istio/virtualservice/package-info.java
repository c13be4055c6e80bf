/// What Istio asks of a VirtualService.
@NullMarked
package io.meshc.rules.istio.virtualservice;

import org.jspecify.annotations.NullMarked;
