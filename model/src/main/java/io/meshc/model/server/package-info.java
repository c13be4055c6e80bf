/// Proxies that go by tables: what guards each port of a workload, and which rule of a Service's port is the most specific one
/// for a request (decision 0017).
///
/// In: the declarations of front ends. Out: parts of a [io.meshc.model.Mesh]. Deliberately absent: any vendor's kind, and any
/// decision.
@NullMarked
package io.meshc.model.server;

import org.jspecify.annotations.NullMarked;
