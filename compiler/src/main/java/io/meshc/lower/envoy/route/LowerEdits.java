package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.route.Action.Rewrite;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.HeaderEdits.Put;
import io.meshc.model.Route.Edit;
import io.meshc.model.match.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a route changes on the way → header edits, and a rewrite of path and host.
final class LowerEdits {
  private LowerEdits() {}

  /// @param uncarried headers that the source computes: the repo does not say how
  record Edited(
      HeaderEdits headers,
      Optional<Rewrite> rewrite,
      Optional<String> host,
      List<String> uncarried) {}

  static Edited of(List<Edit> edits) {
    var put = new ArrayList<Put>();
    var removed = new ArrayList<String>();
    var uncarried = new ArrayList<String>();
    Optional<Rewrite> rewrite = Optional.empty();
    Optional<String> host = Optional.empty();
    for (Edit edit : edits) {
      switch (edit) {
        case Edit.SetHeader(var name, var value) -> put.add(new Put(name, value, false));
        case Edit.AddHeader(var name, var value) -> put.add(new Put(name, value, true));
        case Edit.RemoveHeader(var name) -> removed.add(name);
        case Edit.Authority(var to) -> host = Optional.of(to);
        case Edit.Compute(var header) -> uncarried.add(header);
        case Edit.PathStart(var _, var to) -> rewrite = Optional.of(new Rewrite.Prefix(to));
        case Edit.PathElements(var from, var to) -> rewrite = Optional.of(elements(from, to));
        case Edit.WholePath(var to) ->
            rewrite = Optional.of(new Rewrite.Regex("^[^?]*", substitution(to)));
        case Edit.PathRegex(var regex, var to) ->
            rewrite = Optional.of(new Rewrite.Regex(regex.text(), to));
      }
    }
    var headers = new HeaderEdits(put, removed, List.of(), List.of());
    return new Edited(headers, rewrite, host, uncarried);
  }

  /// `/a` for `/b` makes `/a/c` of `/b/c` and `/c` of `/b/c` where nothing takes its place.
  private static Rewrite elements(String from, String to) {
    String start = to.endsWith("/") ? to.substring(0, to.length() - 1) : to;
    if (!start.isEmpty() && !from.endsWith("/") && !from.isEmpty()) {
      return new Rewrite.Prefix(start);
    }
    return new Rewrite.Regex("^" + Regex.quote(from) + "/*(.*)$", substitution(start) + "/\\1");
  }

  private static String substitution(String text) {
    return text.replace("\\", "\\\\");
  }
}
