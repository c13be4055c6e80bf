/// Which cluster a request goes to: virtual hosts, routes and what is done to a request on the way.
@NullMarked
package io.meshc.dialect.envoy.route;

import org.jspecify.annotations.NullMarked;
