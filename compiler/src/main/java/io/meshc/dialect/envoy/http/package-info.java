/// The filters that a request passes, in order.
@NullMarked
package io.meshc.dialect.envoy.http;

import org.jspecify.annotations.NullMarked;
