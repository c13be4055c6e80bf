/// Where requests go: clusters, their endpoints, and how their health is kept.
@NullMarked
package io.meshc.dialect.envoy.cluster;

import org.jspecify.annotations.NullMarked;
