package io.meshc.validate.analysis.party;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.ServiceName;
import io.meshc.validate.question.Question;
import java.util.Optional;

/// What a client's proxy makes of a Host header that a client sends of its own, beside the address that it calls.
public sealed interface HostHeader {
  /// The Service that is called, or nothing that matters.
  public record Called() implements HostHeader {}

  /// Another Service, to which the request goes.
  public record Other(ServiceName name) implements HostHeader {}

  /// No host that the proxy knows.
  public record Nobody() implements HostHeader {}

  public record Unclear(String because) implements HostHeader {}

  public static HostHeader of(
      Question question, Sender sender, ServiceName called, int port, Lookup lookup) {
    Plane.Addressing addressing =
        sender.plane().map(Plane::addressing).orElse(Plane.Addressing.SERVICE);
    boolean byService =
        addressing == Plane.Addressing.SERVICE || addressing == Plane.Addressing.TABLE;
    if (question.authority().isEmpty() || byService) {
      return new Called();
    }
    Optional<ServiceName> named = named(question.authority().get(), sender, port, lookup);
    if (named.filter(called::equals).isPresent()) {
      return new Called();
    }
    if (addressing == Plane.Addressing.UNKNOWN) {
      return new Unclear(
          "whether the mesh follows the Host header of a request or the address that it is sent to"
              + " is not known");
    }
    if (named.filter(lookup::mayBeElsewhere).isPresent()) {
      return new Unclear("Service `" + named.get().label() + "` is not in the repo");
    }
    return named
        .filter(it -> lookup.service(it).isPresent())
        .<HostHeader>map(Other::new)
        .orElseGet(Nobody::new);
  }

  /// A host with another port than that of the connection names nothing there.
  private static Optional<ServiceName> named(
      String authority, Sender sender, int port, Lookup lookup) {
    String suffix = ":" + port;
    String host =
        authority.endsWith(suffix)
            ? authority.substring(0, authority.length() - suffix.length())
            : authority;
    boolean plain = !host.isEmpty() && host.indexOf(':') < 0 && !host.endsWith(".");
    return plain ? Hosts.named(host, sender.namespace(), lookup) : Optional.empty();
  }
}
