/// Istio's own words, and what their readers and writers share. The kinds are in the packages below: `routing`, `registry`,
/// `security`, `proxy` and `mesh`.
///
/// In: documents of `security.istio.io` and `networking.istio.io`. Out: a record for each, and the same record back as a
/// node. A field of Istio that the records have no place for is a problem and a [Gap] in the part that it belongs to, so
/// that no reader takes that part for complete. Deliberately absent: what a policy means.
///
/// Source: the reference pages at istio.io/latest/docs/reference/config.
@NullMarked
package io.meshc.dialect.istio;

import org.jspecify.annotations.NullMarked;
