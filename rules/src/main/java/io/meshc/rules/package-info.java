/// The rules that come with meshc.
///
/// In: nothing. Out: [Catalog], the one list. The rules are in the packages below, by category. Deliberately absent: how
/// rules are run, suppressed and selected, which is `io.meshc.validate.rule`.
@NullMarked
package io.meshc.rules;

import org.jspecify.annotations.NullMarked;
