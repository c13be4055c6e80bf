/// Nodes → text: YAML in which everything that may be misread is quoted, and JSON.
@NullMarked
package io.meshc.yaml.emit;

import org.jspecify.annotations.NullMarked;
