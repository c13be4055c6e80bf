package io.meshc.validate.analysis;

import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Request;
import io.meshc.model.Workload;
import io.meshc.source.At;
import io.meshc.validate.analysis.party.Policies.Way;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.question.Decision.Step;
import java.util.Optional;

/// Whether a client's proxy and that of a workload come to speak with each other, and whether the client proves who it is.
///
/// A proxy that finds out by itself encrypts for a workload of its mesh that takes it, and for no other.
///
/// @param request as it arrives
/// @param refused why there is no connection
/// @param unknown what would have to be known, else `""`
record Encryption(Request request, Optional<Step> refused, String unknown) {

  /// @param inbound of the cluster of the workload
  /// @param lookup of the client's
  static Encryption of(
      Workload workload, Request request, Way way, Sender sender, Inbound inbound, Lookup lookup) {
    Optional<Plane> own = sender.plane();
    if (own.isEmpty()
        || own.get().addressing() == Plane.Addressing.SERVICE
        || own.get().addressing() == Plane.Addressing.TABLE) {
      return new Encryption(request, Optional.empty(), "");
    }
    boolean takes = inbound.takesMutualTls(workload, own.get().id(), request.workloadPort());
    boolean encrypts = own.get().outset().encrypts() || sender.isAmbient(lookup);
    Request plain = request.from(Optional.empty());
    if (way.tls().isEmpty()) {
      return new Encryption(takes && encrypts ? request : plain, Optional.empty(), "");
    }
    At<ClientTls> tls = way.tls().get();
    return switch (tls.value()) {
      case NONE -> new Encryption(plain, Optional.empty(), "");
      case MESH ->
          takes
              ? new Encryption(request, Optional.empty(), "")
              : new Encryption(request, Optional.of(refusal(workload, tls)), "");
      case OWN ->
          new Encryption(
              plain,
              Optional.empty(),
              "the client's proxy encrypts by itself, and whether `"
                  + workload.label()
                  + "` takes that is not known");
    };
  }

  private static Step refusal(Workload workload, At<ClientTls> tls) {
    String because =
        "the client's proxy insists on mutual TLS, which `" + workload.label() + "` does not take";
    return new Step("transport", Optional.empty(), tls.origin(), false, because);
  }
}
