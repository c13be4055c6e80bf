/// Mesh objects that this version does not read.
///
/// In: documents of a mesh's own groups that no other front end reads. Out: a problem for each, and declarations that make
/// unknown whatever it may touch. Deliberately absent: any guess at what it means.
@NullMarked
package io.meshc.normalize.unread;

import org.jspecify.annotations.NullMarked;
