/// The config file `.meshc.yaml`, and what stands in the environment for the same options.
///
/// In: a directory to look from, or the name of a file. Out: a [Config], or the first thing that is wrong with the file, at
/// its place. [Keys] is the one list of what the file takes; `docs/meshc.schema.json` and `docs/configuration.md` say the same
/// for editors and people. Deliberately absent: what the settings do.
@NullMarked
package io.meshc.cli.config;

import org.jspecify.annotations.NullMarked;
