/// Where things are that no manifest says: addresses of workloads, certificates, endpoints.
@NullMarked
package io.meshc.lower.envoy.placement;

import org.jspecify.annotations.NullMarked;
