package io.meshc.lower.envoy.cluster;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.tls.ClientTls;
import io.meshc.dialect.envoy.tls.CommonTls;
import io.meshc.dialect.envoy.tls.Credentials;
import io.meshc.dialect.envoy.tls.ServerTls;
import io.meshc.dialect.envoy.tls.Validation;
import io.meshc.dialect.envoy.tls.Validation.Kind;
import io.meshc.dialect.envoy.tls.Validation.Name;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Mutual TLS within the mesh: each end shows the certificate of its account and asks for the other's.
public final class LowerTls {
  /// What clients of ours say that they speak, by which a server that takes plaintext too tells them from others. No server says that
  /// it speaks it: then the protocol within would be taken for it.
  public static final String ALPN = "meshc";

  /// What they say beside that of connections which are not HTTP, to servers that find out by themselves.
  public static final String ALPN_TCP = "meshc-tcp";

  private static final String LEAST = "TLSv1_2";
  private static final String MOST = "TLSv1_3";

  private LowerTls() {}

  /// @param servers those behind the cluster; none where nobody knows them
  static ClientTls client(
      Proxy proxy, String host, List<Workload> servers, boolean http, Fleet fleet) {
    var names = new TreeSet<String>();
    servers.forEach(it -> names.add(it.identity().text()));
    List<Name> asked =
        names.isEmpty()
            ? domains(proxy, fleet)
            : names.stream().map(it -> uri(StringMatch.exact("spiffe://" + it))).toList();
    return new ClientTls(
        host,
        common(
            proxy, fleet, new Validation(asked), http ? List.of(ALPN) : List.of(ALPN_TCP, ALPN)));
  }

  /// TLS to a server that one of several would do for; empty where they differ in more than whom they ask for.
  static Optional<ClientTls> any(List<ClientTls> all) {
    CommonTls first = all.getFirst().common();
    var names = new LinkedHashSet<Name>();
    for (ClientTls it : all) {
      it.common().peer().ifPresent(peer -> names.addAll(peer.names()));
      boolean alike = it.common().asking(first.peer()).equals(first);
      if (!alike || it.common().peer().isEmpty()) {
        return Optional.empty();
      }
    }
    Validation asked = new Validation(List.copyOf(names));
    return Optional.of(new ClientTls("", first.asking(Optional.of(asked))));
  }

  /// @param only who alone is let in; empty for whoever is of the mesh
  public static ServerTls server(Proxy proxy, Optional<List<StringMatch>> only, Fleet fleet) {
    List<Name> asked =
        only.map(it -> it.stream().map(LowerTls::uri).toList())
            .orElseGet(() -> domains(proxy, fleet));
    return new ServerTls(true, common(proxy, fleet, new Validation(asked), List.of()));
  }

  private static CommonTls common(Proxy proxy, Fleet fleet, Validation asked, List<String> alpn) {
    return new CommonTls(
        Optional.of(own(proxy, fleet)), Optional.of(asked), Optional.empty(), alpn, LEAST, MOST);
  }

  /// The certificate of an account.
  public static Credentials own(Proxy proxy, Fleet fleet) {
    var identity = proxy.workload().identity();
    return new Credentials.Files(
        fleet.options().certificatesFolder()
            + "/"
            + identity.namespace()
            + "/"
            + identity.account());
  }

  private static Name uri(StringMatch match) {
    return new Name(Kind.URI, match);
  }

  /// Whoever is of a trust domain of the mesh.
  private static List<Name> domains(Proxy proxy, Fleet fleet) {
    var domains = new TreeSet<>(proxy.plane().trustDomains());
    domains.add(fleet.mesh().assumptions().trustDomain());
    var names = new ArrayList<Name>();
    domains.forEach(it -> names.add(uri(StringMatch.prefix("spiffe://" + it + "/"))));
    return names;
  }
}
