package io.meshc.validate.analysis.party;

import io.meshc.model.Lookup;
import io.meshc.model.ServiceName;
import java.util.Locale;
import java.util.Optional;

/// Host names → Services, as the cluster's DNS and the proxies resolve them.
public final class Hosts {
  private Hosts() {}

  /// What a client in a namespace means by a host; empty if it does not have the shape of a Service's name. Whether there is
  /// such a Service is another question.
  public static Optional<ServiceName> named(String host, String clientNamespace, Lookup lookup) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    String domain = lookup.mesh().assumptions().clusterDomain();
    String suffix = ".svc." + domain;
    if (name.endsWith(suffix)) {
      return qualified(name.substring(0, name.length() - suffix.length()));
    }
    int dot = domain.indexOf('.');
    String shorter = dot < 0 ? suffix : ".svc." + domain.substring(0, dot);
    if (name.endsWith(shorter)) {
      return qualified(name.substring(0, name.length() - shorter.length()));
    }
    if (name.endsWith(".svc")) {
      return qualified(name.substring(0, name.length() - 4));
    }
    if (name.indexOf('.') < 0) {
      return clientNamespace.isEmpty()
          ? Optional.empty()
          : Optional.of(new ServiceName(clientNamespace, name));
    }
    // `a.b` is a Service `a` in a namespace `b` that the repo knows, or the client stands in;
    // otherwise it may be any host of the internet.
    return qualified(name)
        .filter(it ->
            it.namespace().equals(clientNamespace)
                || lookup.service(it).isPresent()
                || lookup.namespace(it.namespace()).isPresent());
  }

  private static Optional<ServiceName> qualified(String name) {
    int dot = name.indexOf('.');
    boolean two = dot > 0 && dot == name.lastIndexOf('.') && dot < name.length() - 1;
    return two
        ? Optional.of(new ServiceName(name.substring(dot + 1), name.substring(0, dot)))
        : Optional.empty();
  }
}
