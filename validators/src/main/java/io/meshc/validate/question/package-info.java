/// Questions to a mesh, and what the answers say.
///
/// In: what a user asks. Out: values; [io.meshc.validate.analysis] answers. Deliberately absent: any knowledge of a mesh.
@NullMarked
package io.meshc.validate.question;

import org.jspecify.annotations.NullMarked;
