/// SMI by its text, a second time: random repos, a plain interpreter of their documents, and the comparison of its answers with
/// those of `decide`.
@NullMarked
package io.meshc.validate.smi;

import org.jspecify.annotations.NullMarked;
