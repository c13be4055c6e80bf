/// What the API server refuses of the objects of the Gateway API beyond their structure: the same that their definitions say in CEL. A package
/// for each topic; each rule gathers the conditions of one thing that can be wrong, and its page lists them.
///
/// In: objects as they are written. Out: findings. Deliberately absent: what a JSON Schema says; and what concerns a change of an object.
/// Where a cluster's own definition is given (`--crds`), that one is asked instead.
@NullMarked
package io.meshc.rules.gateway;

import org.jspecify.annotations.NullMarked;
