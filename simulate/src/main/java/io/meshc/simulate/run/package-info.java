/// A run: a working directory, applications, proxies, checks and what they found. Everything that is started is ended, whatever
/// happens.
@NullMarked
package io.meshc.simulate.run;

import org.jspecify.annotations.NullMarked;
