/// What istiod's webhook and the API server refuse of Istio's objects, and what the webhook warns of. A package for each kind;
/// each rule gathers the checks of one topic, and its page lists their conditions.
///
/// In: the records of `io.meshc.dialect.istio`. Out: findings. Deliberately absent: what a JSON Schema says (types, enums,
/// bounds, patterns, required fields); the schema layer finds that.
@NullMarked
package io.meshc.rules.istio;

import org.jspecify.annotations.NullMarked;
