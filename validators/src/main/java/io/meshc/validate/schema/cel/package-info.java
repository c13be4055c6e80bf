/// The rules of a cluster's own definitions (`x-kubernetes-validations`), which are expressions of CEL.
///
/// In: values with their defaults, and rules. Out: which rules do not hold, and which cannot be asked. Nothing in here is loaded
/// before an object meets a definition with rules: the engine takes a good part of a second to start.
@NullMarked
package io.meshc.validate.schema.cel;

import org.jspecify.annotations.NullMarked;
