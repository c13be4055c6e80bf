/// What Istio asks of a VirtualService: hosts, gateways, matches and their order, destinations.
@NullMarked
package io.meshc.rules.istio.virtualservice;

import org.jspecify.annotations.NullMarked;
