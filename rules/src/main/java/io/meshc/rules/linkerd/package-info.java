/// What the webhooks of Linkerd refuse and what its controller takes and then ignores, by topic; and what several rules ask about Linkerd.
///
/// In: objects as they are written. Out: findings. Deliberately absent: what a JSON Schema says; the schema layer finds that.
@NullMarked
package io.meshc.rules.linkerd;

import org.jspecify.annotations.NullMarked;
