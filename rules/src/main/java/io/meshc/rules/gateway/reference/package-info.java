/// References of the Gateway API to certificates and into other namespaces: whether what they name can be used, and whether somebody permits
/// it.
@NullMarked
package io.meshc.rules.gateway.reference;

import org.jspecify.annotations.NullMarked;
