package io.meshc.lower.envoy.policy;

import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.rbac.Permission;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// What a rule asks of a request → permissions.
public final class LowerPermission {
  private LowerPermission() {}

  /// Why a predicate is none of a permission; empty where it is one.
  static Optional<String> unsaid(Match leaf) {
    return switch (leaf) {
      case Match.OnMethod(var text) -> LowerText.unsaid(text);
      case Match.OnHost(var text) -> LowerText.unsaid(text);
      case Match.OnPath(var text) -> LowerText.unsaid(text);
      case Match.OnHeader(var _, var text) -> LowerText.unsaid(text);
      case Attribute.Scheme(var text) -> LowerText.unsaid(text);
      case Attribute.Sni(var text) -> LowerText.unsaid(text);
      case Attribute.Address(var of, var _) when of == Attribute.Of.DESTINATION -> Optional.empty();
      default -> Optional.of("Envoy's policies cannot ask for it there");
    };
  }

  static Permission of(Match match) {
    return switch (match) {
      case Match.Not(var of) -> new Permission.Not(of(of));
      case Match.All(var of) -> new Permission.And(each(of));
      case Match.OneOf(var of) -> new Permission.Or(each(of));
      case Match.OnMethod(var text) -> header(":method", text, false);
      case Match.OnHost(var text) -> header(":authority", text, true);
      case Match.OnPath(var text) ->
          LowerText.of(text).<Permission>map(Permission.Path::new).orElse(new Permission.Any());
      case Match.OnHeader(var name, var text) -> header(name, text, false);
      case Attribute.Scheme(var text) -> header(":scheme", text, false);
      case Attribute.Sni(var text) ->
          LowerText.ignoringCase(text)
              .<Permission>map(Permission.ServerName::new)
              .orElse(new Permission.Any());
      case Attribute.Address(var _, var block) -> new Permission.DestinationAddress(block(block));
      default -> new Permission.Any();
    };
  }

  private static List<Permission> each(List<Match> parts) {
    return parts.stream().map(LowerPermission::of).toList();
  }

  private static Permission header(String name, TextPattern text, boolean ignoreCase) {
    return new Permission.Header(headerMatch(name, text, ignoreCase));
  }

  static HeaderMatch headerMatch(String name, TextPattern text, boolean ignoreCase) {
    var value = ignoreCase ? LowerText.ignoringCase(text) : LowerText.of(text);
    String called = name.equals("host") ? ":authority" : name;
    return new HeaderMatch(called, value, false);
  }

  public static Block block(AddressBlock block) {
    try {
      String address = InetAddress.getByAddress(block.bytes()).getHostAddress();
      return new Block(address, block.bits());
    } catch (UnknownHostException e) {
      throw new AssertionError("a block has 4 or 16 bytes", e);
    }
  }
}
