/// Findings that a project has already and does not want to be told again.
///
/// In: the entries of a report, or a file that an earlier run wrote. Out: the same, split or written. A finding is known by its
/// fingerprint without the occurrence, and by how many of that there are; lines do not count. `docs/baseline.schema.json` says
/// what the file looks like. Deliberately absent: what to do with findings that have gone, which is for the user.
@NullMarked
package io.meshc.cli.baseline;

import org.jspecify.annotations.NullMarked;
