package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// `metrics.smi-spec.io` TrafficMetrics or TrafficMetricsList, which a mesh serves and nobody writes. Nothing of it is kept.
public record TrafficMetrics(Meta meta) implements Resource {}
