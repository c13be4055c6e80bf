package io.meshc.lower;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Optional;

/// Something that the target says otherwise, or not at all.
///
/// @param resource the source's resource, where one is to be named
/// @param feature of the model, as in Capabilities: `header match`
/// @param message what is lost, one line
/// @param help what to do by hand, or which option changes it; or `""`
public record Loss(
    Origin origin,
    Optional<ResourceId> resource,
    String feature,
    Effect effect,
    Region region,
    String message,
    String help) {}
