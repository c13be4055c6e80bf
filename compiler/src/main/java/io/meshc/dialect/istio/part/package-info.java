/// Parts that several of Istio's kinds share: ports, selectors, targets, connection pools, TLS of listeners. Each is a
/// record, a reader and a renderer. They hold what is written, right or wrong: rules say which.
@NullMarked
package io.meshc.dialect.istio.part;

import org.jspecify.annotations.NullMarked;
