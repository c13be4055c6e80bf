/// What Istio asks of an EnvoyFilter.
@NullMarked
package io.meshc.rules.istio.envoyfilter;

import org.jspecify.annotations.NullMarked;
