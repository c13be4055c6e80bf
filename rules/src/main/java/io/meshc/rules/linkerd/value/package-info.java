/// Texts as Linkerd reads them.
@NullMarked
package io.meshc.rules.linkerd.value;

import org.jspecify.annotations.NullMarked;
