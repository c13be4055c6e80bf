/// Where traffic goes: VirtualService, DestinationRule and Gateway of `networking.istio.io`, a record, a Parse and a Render
/// class for each. Deliberately absent: which host a short name means, and which route wins.
@NullMarked
package io.meshc.dialect.istio.routing;

import org.jspecify.annotations.NullMarked;
