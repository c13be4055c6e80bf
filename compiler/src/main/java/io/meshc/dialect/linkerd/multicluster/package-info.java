/// The kinds by which Linkerd puts Services of one cluster into another, as their authors wrote them: records, parsers and renderers.
///
/// Source: linkerd.io, "Multi-cluster communication"; the CustomResourceDefinition of Link.
@NullMarked
package io.meshc.dialect.linkerd.multicluster;

import org.jspecify.annotations.NullMarked;
