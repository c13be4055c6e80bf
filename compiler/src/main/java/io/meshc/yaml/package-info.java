/// Text → located nodes.
///
/// In: a [io.meshc.source.SourceFile]. Out: [Document]s, each a [Node] tree in which every scalar, key and
/// collection has its [io.meshc.source.Span] and its offsets in the text. The parser speaks YAML 1.2; what Kubernetes
/// reads otherwise (`on`, `0777`) is decided here, in [Scalars]. The other way round, [io.meshc.yaml.emit.Emit] writes nodes as YAML that
/// both readings take alike. Deliberately absent: what a document means, and files.
@NullMarked
package io.meshc.yaml;

import org.jspecify.annotations.NullMarked;
