/// What the Gateway API means, to its text and to the meshes that implement it. An implementation says where it differs
/// ([Implementation]); everything else is the same for all (decision 0016).
@NullMarked
package io.meshc.normalize.gateway;

import org.jspecify.annotations.NullMarked;
