/// The Multi-Cluster Services API, which belongs to no mesh: records, parsers and renderers.
///
/// Source: kubernetes/enhancements, KEP-1645.
@NullMarked
package io.meshc.dialect.mcs;

import org.jspecify.annotations.NullMarked;
