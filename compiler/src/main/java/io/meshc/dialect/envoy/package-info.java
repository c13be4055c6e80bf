/// Envoy's configuration (v3 protocol buffers, as YAML or JSON): records of what meshc writes, and no others. Each renders itself, its
/// fields in the order of the protocol's text.
///
/// In: what `io.meshc.lower.envoy` decides. Out: nodes. Deliberately absent: deprecated fields, and any decision.
@NullMarked
package io.meshc.dialect.envoy;

import org.jspecify.annotations.NullMarked;
