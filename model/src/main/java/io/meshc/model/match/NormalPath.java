package io.meshc.model.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The steps of path normalization as Envoy takes them.
final class NormalPath {
  private NormalPath() {}

  /// `\` to `/`, unreserved characters decoded, `{`, `|` and `}` encoded, dot segments resolved. A dot segment may carry
  /// parameters: `/x/..;p/b` is `/b` (measured).
  static String base(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    String cut = path.indexOf('#') < 0 ? path : path.substring(0, path.indexOf('#'));
    return resolveDots(recode(cut.replace('\\', '/')));
  }

  /// As Envoy does it: the first and the last slash stay, so that of nothing but slashes two are left.
  static String mergeSlashes(String path) {
    if (path.length() > 1 && path.chars().allMatch(it -> it == '/')) {
      return "//";
    }
    return path.startsWith("/") ? path.replaceAll("/{2,}", "/") : path;
  }

  static String decodeSlashes(String path) {
    return path.replaceAll("%2[fF]", "/").replaceAll("%5[cC]", "\\\\");
  }

  private static String recode(String path) {
    var out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int decoded = c == '%' ? hex(path, i) : -1;
      if (decoded >= 0 && isUnreserved(decoded)) {
        out.append((char) decoded);
        i += 2;
      } else if (c == '{' || c == '}' || c == '|') {
        out.append(String.format("%%%02X", (int) c));
      } else if (c > 126) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format("%%%02X", b));
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int hex(String path, int i) {
    if (i + 2 >= path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(i + 1), 16);
    int low = Character.digit(path.charAt(i + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }

  private static String resolveDots(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    var kept = new ArrayList<String>();
    for (int i = 1; i < segments.size(); i++) {
      String segment = segments.get(i);
      String bare = segment.indexOf(';') < 0 ? segment : segment.substring(0, segment.indexOf(';'));
      boolean last = i == segments.size() - 1;
      boolean dots = bare.equals(".") || bare.equals("..");
      if (bare.equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!dots) {
        kept.add(segment);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
