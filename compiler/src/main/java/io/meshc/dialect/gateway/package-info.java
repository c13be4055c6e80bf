/// The Gateway API (gateway.networking.k8s.io and gateway.networking.x-k8s.io): a language that several meshes speak, so that each of
/// them may read it beside its own (decision 0016).
@NullMarked
package io.meshc.dialect.gateway;

import org.jspecify.annotations.NullMarked;
