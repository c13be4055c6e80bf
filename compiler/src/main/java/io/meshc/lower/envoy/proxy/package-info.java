/// All that is lowered, and what every part of it knows: the fleet of proxies, and what each of them may reach.
@NullMarked
package io.meshc.lower.envoy.proxy;

import org.jspecify.annotations.NullMarked;
