/// Where connections come in: listeners, their filter chains, and the filters of connections.
@NullMarked
package io.meshc.dialect.envoy.listener;

import org.jspecify.annotations.NullMarked;
