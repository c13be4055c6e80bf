package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// An object whose values the repo does not show: a template, or encrypted. Its kind is known, and that is enough to know what
/// it may touch.
///
/// @param meta with an empty name or namespace where those are not shown either
/// @param why for messages, such as `a template`
public record HiddenObject(Meta meta, String why) implements Resource {}
