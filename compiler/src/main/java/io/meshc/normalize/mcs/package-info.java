/// Exported and imported Services → Services of the whole mesh under hosts of their own.
///
/// In: ServiceExports of all clusters. Out: a Service for each host, with the way to the Pods of the clusters that export it.
/// Deliberately absent: whether proxies know the host, which is the user's word.
@NullMarked
package io.meshc.normalize.mcs;

import org.jspecify.annotations.NullMarked;
