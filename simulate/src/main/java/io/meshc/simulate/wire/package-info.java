/// Requests as they stand on the wire: written byte for byte, because what a client library mends is what is to be tested.
///
/// Every outcome is a value: that a peer refuses is an answer, too.
@NullMarked
package io.meshc.simulate.wire;

import org.jspecify.annotations.NullMarked;
