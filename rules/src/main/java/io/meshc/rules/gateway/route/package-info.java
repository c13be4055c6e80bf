/// What a route may not say of its parents, matches and backends.
@NullMarked
package io.meshc.rules.gateway.route;

import org.jspecify.annotations.NullMarked;
