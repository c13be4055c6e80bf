/// What Istio asks of a route of HTTP in a VirtualService: what is done with a request.
@NullMarked
package io.meshc.rules.istio.httproute;

import org.jspecify.annotations.NullMarked;
