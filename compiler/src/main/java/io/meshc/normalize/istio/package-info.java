/// What Istio's resources mean.
///
/// In: the records of Istio's kinds, MeshConfig, and the Namespaces, Services and workloads whose labels ask for a sidecar, for
/// the proxy of the node or for a waypoint. Out: declarations of one plane, `istio`; none at all where the environment holds
/// nothing of Istio's. What the model cannot say becomes *unclear* in a match, or an extension that may do anything at the place;
/// what no decision depends on is said and left out ([Uncarried]). Deliberately absent: what wins, which
/// `io.meshc.validate.analysis` decides in the words of the model.
@NullMarked
package io.meshc.normalize.istio;

import org.jspecify.annotations.NullMarked;
