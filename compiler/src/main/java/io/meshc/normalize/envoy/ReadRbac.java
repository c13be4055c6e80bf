package io.meshc.normalize.envoy;

import io.meshc.model.Authorization.Rule;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `envoy.config.rbac.v3.RBAC`: a policy matches where one of its permissions and one of its principals do.
final class ReadRbac {
  private static final String TOKENS = "envoy.filters.http.jwt_authn";

  private ReadRbac() {}

  static List<Rule> rules(Tree rbac) {
    var rules = new ArrayList<Rule>();
    for (Tree policy : rbac.at("policies").values()) {
      Match requests = oneOf(policy.each("permissions"), ReadRbac::permission);
      Match clients = oneOf(policy.each("principals"), ReadRbac::principal);
      Match condition =
          policy.has("condition") || policy.has("checked_condition")
              ? ReadText.unclear("a condition of a policy")
              : Match.ANY;
      rules.add(
          new Rule(
              At.of(clients, policy.origin()),
              At.of(Match.all(requests, condition), policy.origin())));
    }
    return rules;
  }

  /// What any of the policies matches.
  static Match matched(Tree rbac) {
    return Match.oneOf(rules(rbac).stream().map(Rule::match).toList());
  }

  private static Match oneOf(List<Tree> parts, Function<Tree, Match> of) {
    return Match.oneOf(parts.stream().map(of).toList());
  }

  private static Match all(List<Tree> parts, Function<Tree, Match> of) {
    return Match.all(parts.stream().map(of).toList());
  }

  private static Match permission(Tree it) {
    if (it.has("any")) {
      return Match.ANY;
    }
    if (it.has("and_rules")) {
      return all(it.at("and_rules").each("rules"), ReadRbac::permission);
    }
    if (it.has("or_rules")) {
      return oneOf(it.at("or_rules").each("rules"), ReadRbac::permission);
    }
    if (it.has("not_rule")) {
      return not(permission(it.at("not_rule")));
    }
    if (it.has("destination_port")) {
      return new Match.OnWorkloadPort(it.number("destination_port", 0));
    }
    if (it.has("requested_server_name")) {
      return ReadText.pattern(it.at("requested_server_name"))
          .<Match>map(Attribute.Sni::new)
          .orElseGet(() -> unread(it));
    }
    return it.has("destination_ip")
        ? address(Attribute.Of.DESTINATION, it.at("destination_ip"))
        : either(it);
  }

  private static Match principal(Tree it) {
    if (it.has("any")) {
      return Match.ANY;
    }
    if (it.has("and_ids")) {
      return all(it.at("and_ids").each("ids"), ReadRbac::principal);
    }
    if (it.has("or_ids")) {
      return oneOf(it.at("or_ids").each("ids"), ReadRbac::principal);
    }
    if (it.has("not_id")) {
      return not(principal(it.at("not_id")));
    }
    if (it.has("authenticated")) {
      Tree name = it.at("authenticated").at("principal_name");
      return name.isThere()
          ? ReadText.identity(name).<Match>map(Match.OnIdentity::new).orElseGet(() -> unread(it))
          : new Match.OnIdentity(TextPattern.ANYTHING);
    }
    if (it.has("direct_remote_ip")) {
      return address(Attribute.Of.SOURCE, it.at("direct_remote_ip"));
    }
    return it.has("remote_ip") ? address(Attribute.Of.REMOTE, it.at("remote_ip")) : either(it);
  }

  /// What stands in permissions and principals alike.
  private static Match either(Tree it) {
    if (it.has("header")) {
      return ReadText.header(it.at("header"));
    }
    if (it.has("url_path")) {
      return ReadText.pattern(it.at("url_path").at("path"))
          .<Match>map(Match.OnPath::new)
          .orElseGet(() -> unread(it));
    }
    for (String key : List.of("metadata", "sourced_metadata")) {
      if (it.has(key)) {
        Tree matcher =
            it.at(key).has("metadata_matcher") ? it.at(key).at("metadata_matcher") : it.at(key);
        return claim(matcher);
      }
    }
    return unread(it);
  }

  /// What the filter that verifies tokens has written down of one.
  private static Match claim(Tree matcher) {
    List<String> path = matcher.each("path").stream().map(step -> step.text("key")).toList();
    if (!matcher.text("filter").equals(TOKENS) || path.size() < 2) {
      return unread(matcher);
    }
    Match match = claim(path.subList(1, path.size()), matcher.at("value"), matcher);
    return matcher.flag("invert") ? not(match) : match;
  }

  private static Match claim(List<String> path, Tree value, Tree matcher) {
    if (value.has("or_match")) {
      return Match.oneOf(
          value.at("or_match").each("value_matchers").stream()
              .map(it -> claim(path, it, matcher))
              .toList());
    }
    Tree text =
        value.has("list_match")
            ? value.at("list_match").at("one_of").at("string_match")
            : value.at("string_match");
    Optional<TextPattern> pattern = ReadText.pattern(text);
    return pattern.<Match>map(it -> new Attribute.Claim(path, it)).orElseGet(() -> unread(matcher));
  }

  /// Addresses of whoever connects.
  static List<Match> blocks(List<Tree> ranges) {
    return ranges.stream().map(it -> address(Attribute.Of.SOURCE, it)).toList();
  }

  private static Match address(Attribute.Of of, Tree range) {
    String prefix = range.text("address_prefix");
    int whole = prefix.contains(":") ? 128 : 32;
    // Without a length it is the default of its type: nothing of the address counts.
    String length =
        range.has("prefix_len") ? Integer.toString(range.wrapped("prefix_len", whole)) : "0";
    return AddressBlock.of(prefix + "/" + length)
        .<Match>map(it -> new Attribute.Address(of, it))
        .orElseGet(() -> unread(range));
  }

  private static Match not(Match of) {
    return of instanceof Match.Any
        ? Match.NONE
        : of instanceof Match.None ? Match.ANY : new Match.Not(of);
  }

  private static Match unread(Tree it) {
    return ReadText.unclear("`" + String.join(", ", it.keys()) + "` of a policy");
  }
}
