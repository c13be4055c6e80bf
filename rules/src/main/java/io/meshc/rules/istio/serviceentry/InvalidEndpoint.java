package io.meshc.rules.istio.serviceentry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Endpoint;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.rules.istio.Endpoints;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashSet;
import java.util.stream.Stream;

/// An endpoint of a ServiceEntry is no address, or has ports that the entry has not. Page, examples, tests: InvalidEndpoint.md, beside this file.
public final class InvalidEndpoint implements ResourceRule<ServiceEntry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0204", "invalid-endpoint", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<ServiceEntry> reads() {
    return ServiceEntry.class;
  }

  @Override
  public Stream<Finding> check(ServiceEntry it, Checked input) {
    var found = new Findings(this, it);
    boolean isStatic = Written.is(it.resolution(), ServiceEntry.Resolution.STATIC);
    boolean isLookedUp =
        Written.is(it.resolution(), ServiceEntry.Resolution.DNS)
            || Written.is(it.resolution(), ServiceEntry.Resolution.DNS_ROUND_ROBIN);
    var names = new HashSet<String>();
    it.ports().forEach(port -> names.add(Written.text(port.name())));
    for (Endpoint endpoint : it.endpoints()) {
      if (isLookedUp) {
        lookedUp(endpoint, found);
      } else {
        Endpoints.address(endpoint, !isStatic, found);
      }
      if (isStatic
          && AddressText.isUnix(Written.text(endpoint.address()))
          && it.ports().size() != 1) {
        found.say(
            endpoint.address().get().origin(),
            "a socket in the file system is the endpoint of "
                + it.ports().size()
                + " ports, not of one");
      }
      Endpoints.ports(endpoint, found);
      found.labels(endpoint.labels());
      if (isStatic || isLookedUp) {
        endpoint
            .ports()
            .forEach((name, number) -> {
              if (!names.contains(name)) {
                found.say(number.origin(), "`" + name + "` is no port of the ServiceEntry");
              }
            });
      }
    }
    return found.stream();
  }

  private static void lookedUp(Endpoint endpoint, Findings found) {
    String address = Written.text(endpoint.address());
    Origin place = Written.place(endpoint.address(), endpoint.origin());
    if (AddressText.isUnix(address)) {
      found.say(place, "`" + address + "` is a socket, and a resolution by DNS looks names up");
    } else if (!AddressText.isAddress(address)) {
      String fault = HostText.nameFault(address);
      if (!fault.isEmpty()) {
        found.say(place, "`" + address + "` is no host to look up: " + fault);
      }
    }
  }
}
