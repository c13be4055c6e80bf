/// Dialect → model. One package for each vendor, with a Normalize<Kind> for each kind; [Frontends] is the one list.
///
/// In: the resources of one environment. Out: [Declarations]: what each resource means, in the words of the model, with names
/// still unresolved. Deliberately absent: putting it together (that is `io.meshc.link`) and any other vendor's kinds; the only
/// foreign package that a front end reads is `io.meshc.dialect.kubernetes`.
@NullMarked
package io.meshc.normalize;

import org.jspecify.annotations.NullMarked;
