package io.meshc.diag;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Something that a stage before the rules could not take as it stands. Each [Kind] belongs to one rule of the
/// catalogue, which gives it an id, a page and a severity.
///
/// @param resource the object it stands in, where one is known
/// @param message one line, lower case, the user's words in backticks, what is
/// @param help what to do, or `""`
/// @param because the other places that make it so
public record Problem(
    Kind kind,
    Origin origin,
    Optional<ResourceId> resource,
    String message,
    String help,
    List<Related> because) {
  public Problem {
    because = List.copyOf(because);
  }

  public Problem(Kind kind, Origin origin, String message, String help) {
    this(kind, origin, Optional.empty(), message, help, List.of());
  }

  public Problem in(ResourceId id) {
    return new Problem(kind, origin, Optional.of(id), message, help, because);
  }

  public Problem because(Origin place, String what) {
    var more = new ArrayList<>(because);
    more.add(new Related(place, what));
    return new Problem(kind, origin, resource, message, help, more);
  }

  /// The same, with the places of its files said otherwise.
  public Problem placed(UnaryOperator<Origin> said) {
    return new Problem(
        kind,
        said.apply(origin),
        resource,
        message,
        help,
        because.stream().map(it -> new Related(said.apply(it.origin()), it.message())).toList());
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
    /// A `null` in a list of values.
    NULL_VALUE,
    /// A value that is not one of those that the field takes.
    UNLISTED_VALUE,
    /// A number that is too small or too large.
    OUT_OF_RANGE,
    /// A text that the field's pattern does not match.
    PATTERN_MISMATCH,
    /// A text that is not what the field holds: an address, a duration, a date.
    FORMAT_MISMATCH,
    /// A text with too few or too many characters.
    WRONG_LENGTH,
    /// A list or mapping with too few or too many entries.
    WRONG_COUNT,
    /// Two items of a list that must differ, and do not.
    REPEATED_ITEM,
    /// Fields that exclude each other, or alternatives of which none was chosen.
    CONFLICTING_FIELDS,
    /// A rule of the cluster's own definition of the kind that does not hold.
    VIOLATED_RULE,
    /// A rule of a definition that meshc cannot ask, or not of one state of a repository.
    UNCHECKED_RULE,
    /// A CustomResourceDefinition that cannot be used, or only in part.
    BROKEN_DEFINITION,
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
