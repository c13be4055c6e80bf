/// Stub applications: they say who they are, count what reaches them, and misbehave on demand.
@NullMarked
package io.meshc.simulate.stub;

import org.jspecify.annotations.NullMarked;
