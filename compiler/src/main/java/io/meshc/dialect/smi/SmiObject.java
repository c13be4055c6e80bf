package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// An object of SMI that meshc knows by name and does not look into: IdentityBinding and UDPRoute of v1alpha4, and
/// TrafficMetrics, which a mesh serves and nobody writes.
public record SmiObject(Meta meta) implements Resource {}
