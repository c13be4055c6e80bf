/// Routes of the Gateway API. Other vendors have kinds of the same words in groups of their own; a [Grammar] says which of the fields
/// such a kind has.
@NullMarked
package io.meshc.dialect.gateway.route;

import org.jspecify.annotations.NullMarked;
