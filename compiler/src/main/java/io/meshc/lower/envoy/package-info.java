/// The mesh → what an Envoy beside each workload is told: a bootstrap that stands alone, and files of discovery.
///
/// In: a linked mesh and a placement. Out: files. Deliberately absent: certificates, and whatever the policy does not need.
@NullMarked
package io.meshc.lower.envoy;

import org.jspecify.annotations.NullMarked;
