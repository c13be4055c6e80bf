/// Exact edits of YAML text: what a translation or a fix changes, at offsets, so that every other byte stays as it is.
///
/// In: a [io.meshc.yaml.Document] and the path of an entry. Out: [Edit]s, and the text after them. Deliberately absent: why
/// anything is edited.
@NullMarked
package io.meshc.yaml.edit;

import org.jspecify.annotations.NullMarked;
