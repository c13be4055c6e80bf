package io.meshc.model;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;

/// What happens to hosts that the mesh does not know, for the clients of a scope. The narrowest scope decides: selected
/// workloads, then the namespace, then everywhere; where none speaks, [Plane#egress] does.
public record EgressPolicy(
    ResourceId resource, PlaneId plane, Scope scope, Plane.Egress mode, Origin origin) {}
