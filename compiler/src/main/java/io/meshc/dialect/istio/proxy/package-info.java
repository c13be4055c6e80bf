/// How the proxies themselves are configured: EnvoyFilter and ProxyConfig of `networking.istio.io`, Telemetry of
/// `telemetry.istio.io`, WasmPlugin and TrafficExtension of `extensions.istio.io`.
@NullMarked
package io.meshc.dialect.istio.proxy;

import org.jspecify.annotations.NullMarked;
