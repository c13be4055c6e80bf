/// What proxies are told beside routes and policies: who sees what, what an edge listens for, which tokens count.
///
/// In: the declarations of front ends. Out: parts of a [io.meshc.model.Mesh]. Deliberately absent: any vendor's kind, and any
/// decision.
@NullMarked
package io.meshc.model.proxy;

import org.jspecify.annotations.NullMarked;
