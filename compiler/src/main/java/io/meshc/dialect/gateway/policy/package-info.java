/// How the Gateway API says that backends are called, and backends outside of the cluster.
@NullMarked
package io.meshc.dialect.gateway.policy;

import org.jspecify.annotations.NullMarked;
