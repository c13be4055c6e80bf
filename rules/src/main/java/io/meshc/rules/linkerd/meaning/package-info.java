/// What is allowed and does not do what it looks like, under Linkerd.
///
/// In: the tables of the mesh, and records of Linkerd. Out: findings. Deliberately absent: what the webhook refuses.
@NullMarked
package io.meshc.rules.linkerd.meaning;

import org.jspecify.annotations.NullMarked;
