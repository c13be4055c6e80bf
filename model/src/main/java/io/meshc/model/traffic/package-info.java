/// What is done to traffic that no decision depends on: how long it may take, how often it is tried, how much of it there may be.
///
/// In: the declarations of front ends. Out: parts of a [io.meshc.model.Mesh], for back ends. Deliberately absent: any decision.
@NullMarked
package io.meshc.model.traffic;

import org.jspecify.annotations.NullMarked;
