/// Objects as they are written, for rules about what servers ask of one field after another: before any reader of a dialect, so a rule sees
/// what a reader could not take, too.
///
/// In: documents. Out: their objects by kind. Deliberately absent: defaults, which each rule states where it needs one.
@NullMarked
package io.meshc.validate.written;

import org.jspecify.annotations.NullMarked;
