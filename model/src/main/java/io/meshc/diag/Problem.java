package io.meshc.diag;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Optional;

/// Something that a stage before the rules could not take as it stands. Each [Kind] belongs to one rule of the
/// catalogue, which gives it an id, a page and a severity.
///
/// @param resource the object it stands in, where one is known
/// @param message one line, lower case, the user's words in backticks, what is
/// @param help what to do, or `""`
public record Problem(
    Kind kind, Origin origin, Optional<ResourceId> resource, String message, String help) {

  public Problem(Kind kind, Origin origin, String message, String help) {
    this(kind, origin, Optional.empty(), message, help);
  }

  public Problem in(ResourceId id) {
    return new Problem(kind, origin, Optional.of(id), message, help);
  }

  /// What can go wrong before there is a mesh to ask.
  public enum Kind {
    /// The text is not YAML.
    NOT_YAML,
    /// The bytes are not text, or more than meshc takes.
    NOT_TEXT,
    /// A document that looks like a template, not like YAML: skipped, and said so.
    TEMPLATED,
    /// A document without `apiVersion` or `kind`.
    NOT_AN_OBJECT,
    /// The same key twice in one mapping.
    DUPLICATE_KEY,
    /// A group and version that meshc does not know for a kind that it does know by name.
    UNKNOWN_KIND,
    /// A field that nothing reads.
    UNKNOWN_FIELD,
    /// A field that must be there.
    MISSING_FIELD,
    /// A value of the wrong type, or outside of what the field takes.
    INVALID_VALUE,
    /// A regular expression that RE2 does not take.
    INVALID_REGEX,
    /// The same object twice in one environment, with other content.
    DUPLICATE_OBJECT,
    /// The same object twice in one environment, to the letter.
    REPEATED_OBJECT,
    /// A field that is understood but whose effect the model does not carry: decisions that it may touch are unknown.
    NOT_MODELLED,
    /// A field that is understood and that no decision depends on, which the model does not carry: a timeout.
    NOT_CARRIED,
    /// A file that could not be read at all (permissions, a broken link): the result is incomplete.
    UNREADABLE
  }
}
