/// What several rules ask about Open Service Mesh.
///
/// In: one [io.meshc.validate.rule.Checked] environment. Out: its plane. Deliberately absent: rules, and how the mesh shows in
/// a repo, which the front end decides.
@NullMarked
package io.meshc.rules.osm;

import org.jspecify.annotations.NullMarked;
