/// Flagger's Canary, the order to a controller that rolls out new versions: it makes Services, a second workload and routes.
///
/// In: located documents. Out: [io.meshc.dialect.flagger.Canary]. Deliberately absent: how a roll-out is judged (metrics,
/// webhooks, alerts).
@NullMarked
package io.meshc.dialect.flagger;

import org.jspecify.annotations.NullMarked;
