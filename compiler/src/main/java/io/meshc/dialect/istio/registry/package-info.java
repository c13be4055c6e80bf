/// What there is to call and what a proxy knows of it: ServiceEntry, WorkloadEntry, WorkloadGroup and Sidecar of
/// `networking.istio.io`.
@NullMarked
package io.meshc.dialect.istio.registry;

import org.jspecify.annotations.NullMarked;
