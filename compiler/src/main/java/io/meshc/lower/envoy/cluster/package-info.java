/// Services and how they are talked to → clusters and their endpoints.
@NullMarked
package io.meshc.lower.envoy.cluster;

import org.jspecify.annotations.NullMarked;
