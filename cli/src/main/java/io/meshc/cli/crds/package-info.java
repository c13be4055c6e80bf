/// `--crds`: where a cluster's own definitions are read from.
@NullMarked
package io.meshc.cli.crds;

import org.jspecify.annotations.NullMarked;
