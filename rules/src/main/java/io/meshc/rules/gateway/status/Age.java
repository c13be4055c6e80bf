package io.meshc.rules.gateway.status;

import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.List;

/// Which of two objects comes first: the older one, then by name.
public final class Age {
  /// After every time.
  private static final String UNKNOWN = "~";

  private Age() {}

  public static List<Written> inOrder(List<Written> objects) {
    var sorted = new ArrayList<>(objects);
    sorted.sort(Age::compare);
    return sorted;
  }

  /// Files seldom say when an object was made; names decide then, as they do for objects of the same second.
  private static int compare(Written one, Written other) {
    int byAge = made(one).compareTo(made(other));
    int byNamespace = byAge != 0 ? byAge : one.id().namespace().compareTo(other.id().namespace());
    return byNamespace != 0 ? byNamespace : one.id().name().compareTo(other.id().name());
  }

  /// Times of Kubernetes are in one zone, and ordered as texts.
  private static String made(Written object) {
    Part time = object.root().get("metadata", "creationTimestamp");
    return time.isThere() ? time.text() : UNKNOWN;
  }
}
