/// The vendors' own words. Each vendor has a package: a record file for each kind, Parse<Kind> (node → record) and
/// Render<Kind> (record → node), used by both ends of meshc.
///
/// In: [io.meshc.yaml.Document]. Out: [Resource] records that keep every field, or a problem for the field. What a
/// resource means is not decided here: that is `io.meshc.normalize`.
@NullMarked
package io.meshc.dialect;

import org.jspecify.annotations.NullMarked;
