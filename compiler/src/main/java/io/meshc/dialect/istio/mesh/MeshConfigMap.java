package io.meshc.dialect.istio.mesh;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// The ConfigMap that istiod reads its settings from.
public record MeshConfigMap(Meta meta, MeshConfig config) implements Resource {}
