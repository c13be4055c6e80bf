package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// `v1` ServiceAccount: the name that a workload runs as.
public record ServiceAccountObject(Meta meta) implements Resource {}
