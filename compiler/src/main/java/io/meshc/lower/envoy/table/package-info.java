/// What goes by tables in the model → what Envoys are told: guards of single ports, and ranked rules in the order of their ranks.
///
/// Deliberately absent: the order of age, which no repository shows.
@NullMarked
package io.meshc.lower.envoy.table;

import org.jspecify.annotations.NullMarked;
