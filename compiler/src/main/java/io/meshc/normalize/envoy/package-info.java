/// What configurations of Envoy mean, whoever wrote them: [EnvoyProxy]s in, [io.meshc.normalize.Declarations] out.
///
/// Independent of what meshc writes for Envoy: it reads field by field what is there, so that a translation can be read back and
/// compared. A configuration says of each proxy alone what it does; hosts and their endpoints are put together of what all of
/// them are told. Gateways are not read: what comes in through one, nobody can say from here.
@NullMarked
package io.meshc.normalize.envoy;

import org.jspecify.annotations.NullMarked;
