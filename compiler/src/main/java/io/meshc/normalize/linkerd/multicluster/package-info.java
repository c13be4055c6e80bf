/// Links of Linkerd and the Services that its controllers make of them → the words of the model.
///
/// In: Links, and the Services of the clusters that they lead to. Out: Services that stand for others, and the way to those.
/// Deliberately absent: what a proxy decides.
@NullMarked
package io.meshc.normalize.linkerd.multicluster;

import org.jspecify.annotations.NullMarked;
