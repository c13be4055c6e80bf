/// Resources → bytes, sorted and stable: the only output of meshc.
///
/// In: the source's files and documents, and what a translation changes in them. Out: a tree of texts by path, and that tree
/// as a directory, with a manifest of what meshc wrote there. Deliberately absent: any vendor's kind.
@NullMarked
package io.meshc.write;

import org.jspecify.annotations.NullMarked;
