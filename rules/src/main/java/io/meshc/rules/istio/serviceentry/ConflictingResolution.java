package io.meshc.rules.istio.serviceentry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.routing.Gateway.Port;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The resolution of a ServiceEntry does not fit its endpoints. Page, examples, tests: ConflictingResolution.md, beside this file.
public final class ConflictingResolution implements ResourceRule<ServiceEntry> {
  private static final Set<String> DYNAMIC = Set.of("http", "http2", "grpc", "grpc-web", "tls");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0203", "conflicting-resolution", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<ServiceEntry> reads() {
    return ServiceEntry.class;
  }

  @Override
  public Stream<Finding> check(ServiceEntry it, Checked input) {
    var found = new Findings(this, it);
    if (it.workloadSelector().isPresent() && !it.endpoints().isEmpty()) {
      found.say(
          it.endpoints().getFirst().origin(),
          "`endpoints` stands beside `workloadSelector`",
          it.workloadSelector().get().origin(),
          "the other one");
    }
    ServiceEntry.Resolution resolution =
        it.resolution().isPresent() ? it.resolution().get().value() : ServiceEntry.Resolution.NONE;
    if (resolution == ServiceEntry.Resolution.NONE && !it.endpoints().isEmpty()) {
      found.say(
          it.endpoints().getFirst().origin(),
          "there are endpoints, and resolution `NONE` sends each connection where it was going");
    }
    if (resolution == ServiceEntry.Resolution.DNS_ROUND_ROBIN && it.endpoints().size() > 1) {
      found.say(
          it.endpoints().get(1).origin(),
          "there is a second endpoint, and resolution `DNS_ROUND_ROBIN` looks up one");
    }
    if (resolution == ServiceEntry.Resolution.DYNAMIC_DNS) {
      dynamic(it, found);
    }
    return found.stream();
  }

  /// The name that the client asks for is looked up, whatever it is.
  private static void dynamic(ServiceEntry entry, Findings found) {
    for (At<String> host : entry.hosts()) {
      if (!host.value().startsWith("*")) {
        found.say(
            host.origin(),
            "`"
                + host.value()
                + "` is no wildcard, and resolution `DYNAMIC_DNS` is for those alone");
      }
    }
    if (!entry.addresses().isEmpty()) {
      found.say(
          entry.addresses().getFirst().origin(),
          "there are addresses, and resolution `DYNAMIC_DNS` takes none");
    }
    if (!entry.endpoints().isEmpty()) {
      found.say(
          entry.endpoints().getFirst().origin(),
          "there are endpoints, and resolution `DYNAMIC_DNS` takes none");
    }
    for (Port port : entry.ports()) {
      String protocol = Written.text(port.protocol());
      if (!DYNAMIC.contains(protocol.toLowerCase(Locale.ROOT))) {
        found.say(
            Written.place(port.protocol(), port.origin()),
            "the port is neither of HTTP nor of TLS, and resolution `DYNAMIC_DNS` needs a name to"
                + " look up");
      }
    }
    At<String> waypoint = entry.meta().labels().get("istio.io/use-waypoint");
    if (Written.is(entry.location(), ServiceEntry.Location.MESH_INTERNAL)
        && waypoint != null
        && !waypoint.value().isEmpty()
        && !waypoint.value().equals("none")) {
      found.say(
          entry.location().get().origin(),
          "a host inside of the mesh with a waypoint has resolution `DYNAMIC_DNS`");
    }
  }
}
