/// What is said of clients and of what stands outside: ServiceProfile, EgressNetwork, ExternalWorkload.
///
/// In: the fields of a document. Out: a record for each kind, and the way back. Deliberately absent: what any of it means.
@NullMarked
package io.meshc.dialect.linkerd.traffic;

import org.jspecify.annotations.NullMarked;
