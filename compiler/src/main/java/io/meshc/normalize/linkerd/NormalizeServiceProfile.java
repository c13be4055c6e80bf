package io.meshc.normalize.linkerd;

import io.meshc.dialect.linkerd.traffic.ServiceProfile;
import io.meshc.model.Route.Backend;
import io.meshc.model.ServiceName;
import io.meshc.model.server.Ports;
import io.meshc.model.server.Profile;
import io.meshc.source.At;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// ServiceProfile → how clients talk to a Service. Its routes count, retry and give up; they send nothing elsewhere, but where there is
/// any, or an override, no other route of the Service counts.
///
/// Source: linkerd.io, "Service Profiles"; linkerd/linkerd2-proxy, linkerd/app/outbound/src/sidecar.rs.
record NormalizeServiceProfile(String clusterDomain) {

  /// Empty where the name is no Service of the cluster.
  Optional<Profile> normalize(ServiceProfile profile) {
    return service(profile.meta().name())
        .map(it ->
            new Profile(
                profile.meta().id(),
                LinkerdPlane.ID,
                it,
                !profile.routes().isEmpty() || !profile.dstOverrides().isEmpty(),
                profile.dstOverrides().stream().map(this::backend).toList(),
                opaque(profile),
                profile.meta().origin()));
  }

  /// `web.shop.svc.cluster.local`
  Optional<ServiceName> service(String host) {
    String ending = ".svc." + clusterDomain;
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!bare.endsWith(ending)) {
      return Optional.empty();
    }
    String[] parts = bare.substring(0, bare.length() - ending.length()).split("\\.", -1);
    return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()
        ? Optional.of(new ServiceName(parts[1], parts[0]))
        : Optional.empty();
  }

  private Backend backend(ServiceProfile.Override override) {
    String authority = override.authority().map(At::value).orElse("");
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String port = colon < 0 ? "" : authority.substring(colon + 1);
    boolean number = port.matches("[0-9]{1,5}");
    var at = override.authority().map(At::origin).orElse(override.origin());
    return new Backend(
        At.of(service(host).orElse(new ServiceName("", host)), at),
        number ? OptionalInt.of(Integer.parseInt(port)) : OptionalInt.empty(),
        override
            .weight()
            .map(it -> it.map(NormalizeServiceProfile::thousandths))
            .orElse(At.of(0, override.origin())),
        Optional.empty());
  }

  /// A quantity of Kubernetes in thousandths: `500m`, `1`, `0.5`.
  static int thousandths(String quantity) {
    boolean milli = quantity.endsWith("m");
    String digits = milli ? quantity.substring(0, quantity.length() - 1) : quantity;
    if (!digits.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      return 0;
    }
    BigDecimal value = new BigDecimal(digits);
    return value
        .multiply(milli ? BigDecimal.ONE : BigDecimal.valueOf(1000))
        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
        .intValue();
  }

  private static Ports opaque(ServiceProfile profile) {
    String all = String.join(",", profile.opaquePorts().stream().map(At::value).toList());
    return PortList.of(all).orElse(Ports.NONE);
  }
}
