package io.meshc.model;

import io.meshc.source.Origin;

/// @param declared whether the repo holds the Namespace object; otherwise other objects name it
/// @param membership what the namespace says for the workloads in it that say nothing themselves
public record Namespace(String name, boolean declared, Membership membership, Origin origin) {}
