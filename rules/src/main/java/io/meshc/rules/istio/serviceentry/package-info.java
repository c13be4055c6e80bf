/// What Istio asks of a ServiceEntry.
@NullMarked
package io.meshc.rules.istio.serviceentry;

import org.jspecify.annotations.NullMarked;
