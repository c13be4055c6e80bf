package io.meshc.validate.analysis.spread;

import io.meshc.model.cluster.Locality.Place;
import java.util.Optional;

/// Something that takes a share of the requests.
///
/// @param weight how many Pods there are
/// @param place empty where the repo does not show it
public record Weighed<T>(T what, double weight, Optional<Place> place) {}
