/// What authors silence in their files: where it is written, and which lines it governs.
@NullMarked
package io.meshc.validate.rule.suppression;

import org.jspecify.annotations.NullMarked;
