/// Where traffic goes: VirtualService, DestinationRule and Gateway of `networking.istio.io`, records and a Parse and a Render
/// class for each part. Every field of the CRDs is there as it is written: durations are text, numbers may be out of any
/// range. Deliberately absent: which host a short name means, and which route wins.
@NullMarked
package io.meshc.dialect.istio.routing;

import org.jspecify.annotations.NullMarked;
