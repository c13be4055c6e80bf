package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// `v1` Namespace. Its labels and annotations say whether a mesh injects into it.
public record NamespaceObject(Meta meta) implements Resource {}
