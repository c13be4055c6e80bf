/// Kubernetes' own objects → declarations: which namespaces there are, what runs in them as whom, and by which names it is
/// called.
///
/// In: `io.meshc.dialect.kubernetes`. Out: declared namespaces, workloads and services. Deliberately absent: whether anything
/// is in a mesh; each mesh's own front end says that.
@NullMarked
package io.meshc.normalize.kubernetes;

import org.jspecify.annotations.NullMarked;
