package io.meshc.diag;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that a rule has to say, at one exact place.
///
/// @param rule the rule's id, such as `MC3001`; its card knows name, category and aliases
/// @param message one line, lower case, no full stop; the user's words in backticks; what is, not an order
/// @param because the other lines that make it so
/// @param help what to do, or `""`
/// @param rejected the API server or the mesh's own webhook would refuse this object
public record Finding(
    String rule,
    Severity severity,
    Origin origin,
    Optional<ResourceId> resource,
    String message,
    List<Related> because,
    String help,
    boolean rejected) {
  public Finding {
    because = List.copyOf(because);
  }

  public Finding because(Origin place, String message) {
    var more = new ArrayList<>(because);
    more.add(new Related(place, message));
    return new Finding(rule, severity, origin, resource, this.message, more, help, rejected);
  }

  public Finding help(String text) {
    return new Finding(rule, severity, origin, resource, message, because, text, rejected);
  }

  public Finding in(ResourceId id) {
    return new Finding(rule, severity, origin, Optional.of(id), message, because, help, rejected);
  }

  public Finding as(Severity other) {
    return new Finding(rule, other, origin, resource, message, because, help, rejected);
  }

  public Finding refusedByServer() {
    return new Finding(rule, severity, origin, resource, message, because, help, true);
  }
}
