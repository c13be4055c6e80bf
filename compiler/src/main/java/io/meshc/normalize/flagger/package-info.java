/// Flagger's Canary → what its controller makes of it: Services and a workload as Kubernetes objects, before any front end asks
/// for those; and a route whose weights move.
///
/// In: `io.meshc.dialect.flagger`, and the workload that the Canary names. Out: generated resources, declared routes. Deliberately
/// absent: the objects of any mesh but HTTPRoutes; the route is said in the words of the model.
@NullMarked
package io.meshc.normalize.flagger;

import org.jspecify.annotations.NullMarked;
