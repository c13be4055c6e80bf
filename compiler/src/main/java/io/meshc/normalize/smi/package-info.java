/// SMI, alone or as Open Service Mesh reads it → declarations of the plane `smi`.
///
/// In: `io.meshc.dialect.smi` and `io.meshc.dialect.osm`, the one front end that reads two vendors: SMI is a specification
/// without a control plane, and Open Service Mesh is the control plane that gives SMI's objects most of their meaning. What
/// one says cannot be understood without the other. Out: one plane, its enrolments, authorizations and routes. What Open
/// Service Mesh does by accident (a TCPRoute that reads an HTTPRouteGroup, raw TCP that an HTTPRouteGroup opens) is unknown.
///
/// Sources: SMI v0.6.0 (Traffic Access, Traffic Specs, Traffic Split); Open Service Mesh after v1.2 (`pkg/catalog`,
/// `pkg/envoy`, `pkg/injector`).
@NullMarked
package io.meshc.normalize.smi;

import org.jspecify.annotations.NullMarked;
