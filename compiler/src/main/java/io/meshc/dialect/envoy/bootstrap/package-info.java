/// Whole files: a bootstrap, and the resources of file-based discovery.
@NullMarked
package io.meshc.dialect.envoy.bootstrap;

import org.jspecify.annotations.NullMarked;
