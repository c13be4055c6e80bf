/// What Istio asks of a WorkloadEntry and a WorkloadGroup.
@NullMarked
package io.meshc.rules.istio.workload;

import org.jspecify.annotations.NullMarked;
