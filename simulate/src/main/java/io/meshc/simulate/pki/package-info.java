/// Throw-away certificates and tokens: made for one run, good for two days, worth nothing elsewhere.
@NullMarked
package io.meshc.simulate.pki;

import org.jspecify.annotations.NullMarked;
