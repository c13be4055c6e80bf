/// Findings → bytes, one class for each format.
///
/// In: a [Report], which is the same for all formats. Out: text for people, JSON, SARIF and workflow commands for programs.
/// Every format says all findings; none decides the exit status. Deliberately absent: which findings there are.
@NullMarked
package io.meshc.cli.report;

import org.jspecify.annotations.NullMarked;
