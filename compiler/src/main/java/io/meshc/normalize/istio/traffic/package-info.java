/// What Istio says of traffic that no decision depends on: how long it may take, how often it is tried, how much of it there may be.
@NullMarked
package io.meshc.normalize.istio.traffic;

import org.jspecify.annotations.NullMarked;
