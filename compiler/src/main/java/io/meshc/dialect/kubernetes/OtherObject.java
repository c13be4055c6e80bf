package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// An object that meshc does not look into. It is kept, because references may name it and because it counts.
public record OtherObject(Meta meta) implements Resource {}
