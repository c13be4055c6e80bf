/// What the API server itself checks: whether an object has the structure that its CustomResourceDefinition demands.
///
/// In: documents as nodes, and schemas, which come with meshc or with the cluster's own CRDs. Out: problems, each at its exact
/// place. Schemas are read when an object of their kind occurs, and not before. Deliberately absent: any knowledge of a kind, and
/// the full JSON Schema: structural schemas are a small, closed language (decision 0014).
@NullMarked
package io.meshc.validate.schema;

import org.jspecify.annotations.NullMarked;
