/// What several rules ask about Linkerd.
///
/// In: one [io.meshc.validate.rule.Checked] environment. Out: whether the repo takes anything into it. Deliberately absent:
/// rules, and Linkerd's own objects.
@NullMarked
package io.meshc.rules.linkerd;

import org.jspecify.annotations.NullMarked;
