/// What is wrong, as values.
///
/// A stage that reads a user's input returns an [Outcome]: what it understood and the [Problem]s it met. Rules
/// turn problems and the mesh into [Finding]s, which is what people see. Nothing in here is ever thrown, but
/// for [CompilerBug], which means that meshc itself is wrong.
@NullMarked
package io.meshc.diag;

import org.jspecify.annotations.NullMarked;
