/// Certificates shown and asked for.
@NullMarked
package io.meshc.dialect.envoy.tls;

import org.jspecify.annotations.NullMarked;
