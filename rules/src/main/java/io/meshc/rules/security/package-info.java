/// What lets in whom nobody meant to let in, or leaves unguarded what looks guarded.
///
/// In: one [io.meshc.validate.rule.Checked] environment. Out: findings. Each rule is a class `Foo` and a page `Foo.md`, which
/// is docs, the text of `meshc explain` and the test. Deliberately absent: state, and calls from one rule to another.
@NullMarked
package io.meshc.rules.security;

import org.jspecify.annotations.NullMarked;
