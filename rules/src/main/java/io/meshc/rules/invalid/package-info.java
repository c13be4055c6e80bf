/// What meshc or a server cannot take as it stands: text, fields, values, identities.
///
/// In: one [io.meshc.validate.rule.Checked] environment. Out: findings. Each rule is a class `Foo` and a page `Foo.md`, which
/// is docs, the text of `meshc explain` and the test. Deliberately absent: state, and calls from one rule to another.
@NullMarked
package io.meshc.rules.invalid;

import org.jspecify.annotations.NullMarked;
