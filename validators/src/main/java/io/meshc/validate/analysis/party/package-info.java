/// Who asks, whom, and what arrives: the parties of a question, before anything is decided.
@NullMarked
package io.meshc.validate.analysis.party;

import org.jspecify.annotations.NullMarked;
