/// How Istio spans clusters → the words of the model.
///
/// In: the settings of the mesh, namespaces, Services of gateways and the policies of hosts. Out: [io.meshc.model.cluster].
/// Deliberately absent: which clusters there are, which Git does not show and the user says.
@NullMarked
package io.meshc.normalize.istio.multicluster;

import org.jspecify.annotations.NullMarked;
