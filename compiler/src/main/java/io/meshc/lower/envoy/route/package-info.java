/// Routes of the mesh → virtual hosts and routes of an Envoy.
@NullMarked
package io.meshc.lower.envoy.route;

import org.jspecify.annotations.NullMarked;
