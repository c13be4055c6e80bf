package io.meshc.rules.gateway.reference;

import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.gateway.status.Presence;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// References into other namespaces, which somebody there has to permit.
final class Grants {
  private Grants() {}

  /// Says so where nobody permits a reference.
  ///
  /// @param from what refers
  /// @param to what it refers to
  /// @param place of the reference
  static void check(Written from, ResourceId to, Part place, Checked input, Found found) {
    if (to.namespace().equals(from.id().namespace()) || isGranted(from.id(), to, input)) {
      return;
    }
    if (input.documents().hides(GatewayKinds.GROUP, "ReferenceGrant")) {
      return;
    }
    boolean shown = input.mesh().assumptions().closed() || input.documents().holds(to.namespace());
    found.say(
        place,
        (shown ? Presence.MISSING : Presence.OUTSIDE).severity(),
        "no ReferenceGrant in namespace `"
            + to.namespace()
            + "` lets a "
            + from.id().kind()
            + " of `"
            + from.id().namespace()
            + "` refer to "
            + to.kind()
            + " `"
            + to.name()
            + "`");
  }

  private static boolean isGranted(ResourceId from, ResourceId to, Checked input) {
    for (Written grant : grants(to.namespace(), input)) {
      if (isFrom(grant, from) && isTo(grant, to)) {
        return true;
      }
    }
    return false;
  }

  private static List<Written> grants(String namespace, Checked input) {
    return input.documents().in(namespace, GatewayKinds.GROUP, "ReferenceGrant");
  }

  private static boolean isFrom(Written grant, ResourceId from) {
    for (Part it : grant.spec().each("from")) {
      if (it.get("group").text().equals(from.group())
          && it.get("kind").text().equals(from.kind())
          && it.get("namespace").text().equals(from.namespace())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTo(Written grant, ResourceId to) {
    for (Part it : grant.spec().each("to")) {
      if (it.get("group").text().equals(to.group())
          && it.get("kind").text().equals(to.kind())
          && (it.get("name").text().isEmpty() || it.get("name").text().equals(to.name()))) {
        return true;
      }
    }
    return false;
  }
}
