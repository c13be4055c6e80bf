package io.meshc.rules.gateway;

import io.meshc.validate.rule.Found;
import io.meshc.validate.written.Part;
import java.util.Map;

/// Values that say in one field which other field they have.
public final class Unions {
  private Unions() {}

  /// @param of the value, such as a filter
  /// @param type what it says it is
  /// @param fields the field that each type has
  public static void check(Part of, String type, Map<String, String> fields, Found found) {
    for (Map.Entry<String, String> it : fields.entrySet()) {
      boolean meant = it.getKey().equals(type);
      Part part = of.get(it.getValue());
      if (meant && !part.isThere()) {
        found.say(of, "the type is `" + type + "`, and there is no `" + it.getValue() + "`");
      } else if (!meant && part.isThere()) {
        found.say(
            part,
            "`"
                + it.getValue()
                + "` belongs to the type `"
                + it.getKey()
                + "`, and not to `"
                + type
                + "`");
      }
    }
  }
}
