/// Rules on what Open Service Mesh says of limits, retries, logs, certificates and ports past the proxies.
///
/// In: the records of `io.meshc.dialect.osm`. Out: findings. Deliberately absent: what schemas say of them already.
@NullMarked
package io.meshc.rules.osm.setting;

import org.jspecify.annotations.NullMarked;
