/// The only input.
///
/// In: a [Place] that a user named: files and directories, standard input, a revision or the index of a Git repository.
/// Out: a [Reading]: its [io.meshc.source.SourceFile]s in the order of their paths, what could not be read as problems,
/// and what was left out on purpose with the reason. Files that users name are taken whatever they are called. JGit is
/// loaded where Git objects or ignore rules are asked for, never for plain files. Deliberately absent: what the text
/// means, and running programs.
@NullMarked
package io.meshc.read;

import org.jspecify.annotations.NullMarked;
