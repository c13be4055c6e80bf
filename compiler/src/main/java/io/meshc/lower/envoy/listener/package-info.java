/// Where a proxy listens, for its peers and for its own application.
@NullMarked
package io.meshc.lower.envoy.listener;

import org.jspecify.annotations.NullMarked;
