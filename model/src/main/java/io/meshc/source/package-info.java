/// Where things stand in the user's files.
///
/// In: nothing. Out: the values that every later stage carries beside what it understood, so that each
/// finding, each decision and each emitted line can name its file, line and column. Deliberately absent:
/// reading files (that is `io.meshc.read`) and any notion of YAML.
@NullMarked
package io.meshc.source;

import org.jspecify.annotations.NullMarked;
