/// The proxies themselves: EnvoyFilter of `networking.istio.io`, of which one shape is understood, the one that meshc writes.
@NullMarked
package io.meshc.dialect.istio.proxy;

import org.jspecify.annotations.NullMarked;
