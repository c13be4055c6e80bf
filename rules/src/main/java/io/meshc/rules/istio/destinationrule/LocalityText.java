package io.meshc.rules.istio.destinationrule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Localities, `region/zone/subzone` with parts left out at the end, and `*` for any rest.
final class LocalityText {
  private LocalityText() {}

  /// What is wrong with one of several that are to exclude each other.
  ///
  /// @param seen those before it; remembers this one
  static String fault(String text, Set<String> seen) {
    int star = text.indexOf('*');
    if (star >= 0 && star != text.length() - 1) {
      return "`*` stands once and last";
    }
    List<String> parts = List.of(text.split("/", 3));
    if (parts.contains("")) {
      return "a part of it is empty";
    }
    var starts = new ArrayList<String>();
    starts.add("");
    for (String part : parts) {
      starts.add(starts.getLast() + "/" + part);
    }
    // `*` alone takes all; another whole is in the way of what is below or above it
    boolean taken = seen.contains("/*") || seen.contains("=" + starts.getLast());
    for (String start : starts.subList(1, starts.size() - 1)) {
      taken |= seen.contains("=" + start) || seen.contains("=" + start + "/*");
    }
    taken |= seen.contains(starts.getLast() + "/");
    if (taken) {
      return "an earlier one has it, or a part of it";
    }
    if (text.equals("*")) {
      seen.add("/*");
    }
    seen.add("=" + starts.getLast());
    for (String start : starts.subList(1, starts.size() - 1)) {
      seen.add(start + "/");
    }
    return "";
  }

  static Set<String> none() {
    return new HashSet<>();
  }
}
