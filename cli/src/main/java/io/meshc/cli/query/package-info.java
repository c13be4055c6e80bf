/// Questions to a mesh, as people and programs write them, and the answers as they read them.
///
/// In: the options of `meshc query` or JSON lines. Out: [Asked] questions for the analysis, and its decisions as text or JSON
/// lines. Deliberately absent: the decisions themselves.
@NullMarked
package io.meshc.cli.query;

import org.jspecify.annotations.NullMarked;
