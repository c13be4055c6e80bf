package io.meshc.normalize.linkerd;

import io.meshc.dialect.linkerd.Network;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.model.Identity;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Linkerd says of clients → matches. An account is known as
/// `ACCOUNT.NAMESPACE.serviceaccount.identity.CONTROL-PLANE.TRUST-DOMAIN`.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index; linkerd/linkerd2-proxy, linkerd/proxy/server-policy/src/authz.rs.
record Clients(LinkerdPlane plane) {
  private static final String MARK = ".serviceaccount.identity.";

  /// Whoever proves anything at all.
  static final Match PROVEN = new Match.OnIdentity(TextPattern.ANYTHING);

  /// Whoever proves to have a DNS name: that has the empty ending, and a SPIFFE id has none.
  static final Match AUTHENTICATED =
      Match.all(PROVEN, new Match.Not(new Match.OnIdentity(new TextPattern.Prefix("spiffe://"))));

  Match inCluster() {
    return new Attribute.InCluster(plane.clusterNetworks());
  }

  /// A policy that a port, a namespace or the control plane has by default; empty for a word that is none.
  Optional<Match> byPolicy(String word) {
    return switch (word) {
      case "all-unauthenticated", "audit" -> Optional.of(Match.ANY);
      case "all-authenticated" -> Optional.of(AUTHENTICATED);
      case "cluster-authenticated" -> Optional.of(Match.all(AUTHENTICATED, inCluster()));
      case "cluster-unauthenticated" -> Optional.of(inCluster());
      case "deny" -> Optional.of(Match.NONE);
      default -> Optional.empty();
    };
  }

  /// A name, all names with an ending, or every one.
  Match identity(String name) {
    if (name.equals("*")) {
      return AUTHENTICATED;
    }
    return name.startsWith("*.") ? ending(name.substring(1)) : exact(name);
  }

  Match account(String namespace, String account) {
    return exactly(new Identity(plane.trustDomain(), namespace, account));
  }

  Match namespace(String namespace) {
    return new Match.OnIdentity(
        new TextPattern.Prefix(plane.trustDomain() + "/ns/" + namespace + "/sa/"));
  }

  /// An account or a namespace that is named; nobody for any other kind.
  Match named(ObjectRef ref, String ownNamespace) {
    if (ref.isOf("", "ServiceAccount")) {
      return account(ref.namespaceOr(ownNamespace), ref.nameOrNone());
    }
    if (ref.isOf("", "Namespace")) {
      return namespace(ref.nameOrNone());
    }
    return Match.NONE;
  }

  private Match exact(String name) {
    return exactly(identityOf(name).orElseGet(() -> Identity.other(name)));
  }

  private static Match exactly(Identity identity) {
    return new Match.OnIdentity(new TextPattern.Exact(identity.text()));
  }

  /// Who has a name; empty for a name of another shape.
  Optional<Identity> identityOf(String name) {
    int mark = name.indexOf(MARK);
    int dot = mark < 0 ? -1 : name.lastIndexOf('.', mark - 1);
    Optional<String> domain = dot < 1 ? Optional.empty() : domain(name.substring(mark));
    return domain.map(
        it -> new Identity(it, name.substring(dot + 1, mark), name.substring(0, dot)));
  }

  /// The trust domain behind `.serviceaccount.identity.CONTROL-PLANE.`: of this cluster only where its control plane stands in
  /// that namespace.
  private Optional<String> domain(String ending) {
    if (ending.equals(plane.ending())) {
      return Optional.of(plane.trustDomain());
    }
    int dot = ending.indexOf('.', MARK.length());
    String domain = dot < 0 ? "" : ending.substring(dot + 1);
    return domain.isEmpty() || domain.equals(plane.trustDomain())
        ? Optional.empty()
        : Optional.of(domain);
  }

  /// @param ending with its leading dot: `.web.serviceaccount.identity.linkerd.cluster.local`
  private Match ending(String ending) {
    if (plane.ending().endsWith(ending)) {
      return Match.oneOf(List.of(accounts(plane.trustDomain()), otherName(ending)));
    }
    int mark = ending.indexOf(MARK);
    Optional<String> domain = mark < 0 ? Optional.empty() : domain(ending.substring(mark));
    if (domain.isEmpty()) {
      return otherName(ending);
    }
    if (mark == 0) {
      return accounts(domain.get());
    }
    String labels = ending.substring(1, mark);
    int dot = labels.lastIndexOf('.');
    Match inNamespace =
        new Match.OnIdentity(
            new TextPattern.Prefix(domain.get() + "/ns/" + labels.substring(dot + 1) + "/sa/"));
    return dot < 0
        ? inNamespace
        : Match.all(
            inNamespace,
            new Match.OnIdentity(new TextPattern.Suffix("." + labels.substring(0, dot))));
  }

  private static Match accounts(String domain) {
    return new Match.OnIdentity(new TextPattern.Prefix(domain + "/ns/"));
  }

  /// A DNS name that is not that of an account.
  private static Match otherName(String ending) {
    return Match.all(
        new Match.OnIdentity(new TextPattern.Suffix(ending)),
        new Match.Not(new Match.OnIdentity(new TextPattern.Contains("/"))));
  }

  /// Any of some networks. Those that together hold every address ask nothing.
  static Match networks(List<Network> networks) {
    var each = new ArrayList<Match>();
    boolean all4 = false;
    boolean all6 = false;
    for (Network it : networks) {
      Optional<AddressBlock> block = it.cidr().map(At::value).flatMap(AddressBlock::of);
      if (block.isPresent()) {
        boolean whole = block.get().bits() == 0 && it.except().isEmpty();
        all4 |= whole && block.get().bytes().length == 4;
        all6 |= whole && block.get().bytes().length == 16;
        Match from = from(block.get());
        each.add(it.except().isEmpty() ? from : Match.all(from, new Match.Not(except(it))));
      }
    }
    return all4 && all6 ? Match.ANY : Match.oneOf(each);
  }

  private static Match except(Network network) {
    return Match.oneOf(
        network.except().stream()
            .flatMap(it -> AddressBlock.of(it.value()).stream())
            .map(Clients::from)
            .toList());
  }

  private static Match from(AddressBlock block) {
    return new Attribute.Address(Attribute.Of.SOURCE, block);
  }
}
