package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// A workload outside of Kubernetes, by itself.
public record WorkloadEntry(Meta meta, Endpoint endpoint) implements Resource {}
