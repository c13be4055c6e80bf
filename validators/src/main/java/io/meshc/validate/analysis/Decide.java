package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Service;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import java.util.List;
import java.util.Optional;

/// What a mesh does with a request: the definition of what a configuration means.
///
/// A request goes from the client to a Service port; the client's proxy, if there is one, chooses the backends and their
/// endpoints; the proxy beside each endpoint checks the transport and the authorizations. The verdict joins what happens at
/// all the endpoints that the request may reach.
public final class Decide {
  private final Lookup lookup;

  private Decide(Lookup lookup) {
    this.lookup = lookup;
  }

  public static Decide in(Lookup lookup) {
    return new Decide(lookup);
  }

  public Decision answer(Question question) {
    if (question.more().scheme().filter(Question.More.UDP::equals).isPresent()) {
      String because =
          "proxies of a mesh do not take UDP: what becomes of datagrams, and what a UDPRoute does"
              + " with them, is not in the model";
      Step step = new Step("transport", Optional.empty(), Origin.none(), false, because);
      return Decision.unknown(because, List.of(step));
    }
    if (question.more().via().isPresent()) {
      return new EdgeRouting(lookup, question).answer();
    }
    Sender sender = Sender.of(question, lookup);
    if (sender.unclear().isPresent()) {
      String because = sender.unclear().get();
      Step step = new Step("transport", Optional.empty(), Origin.none(), false, because);
      return Decision.unknown(because, List.of(step));
    }
    Destination destination = Destination.of(question.host(), sender, lookup);
    Optional<Decision> past = past(question, sender, destination);
    if (past.isPresent()) {
      return past.get();
    }
    if (destination.name().filter(it -> Destination.isUnresolved(it, sender, lookup)).isPresent()) {
      return new UnknownHost(lookup).answer(question, sender, destination);
    }
    Optional<String> doubt =
        destination.service().flatMap(it -> Destination.doubt(it, sender, lookup));
    if (doubt.isPresent()) {
      Origin origin = destination.service().orElseThrow().origin();
      Step step = new Step("destination", Optional.empty(), origin, false, doubt.get());
      return Decision.unknown(doubt.get(), List.of(step));
    }
    return sent(question, sender, destination);
  }

  /// As the client's proxy goes about it; a client without one asks the cluster's own names.
  private Decision sent(Question question, Sender sender, Destination destination) {
    boolean byHost =
        sender.plane().filter(it -> it.addressing() == Plane.Addressing.HOST).isPresent();
    if (byHost && sender.isAmbient(lookup)) {
      return new AmbientRouting(lookup, question, sender, destination).answer();
    }
    if (byHost) {
      return new HostRouting(lookup, question, sender, destination).answer();
    }
    if (sender.plane().filter(it -> it.addressing() == Plane.Addressing.TABLE).isPresent()) {
      return new TableRouting(lookup, question, sender, destination).answer();
    }
    return new ServiceRouting(lookup, question, sender, destination).answer();
  }

  /// Ports that a client calls without its proxy, whoever is there.
  private Optional<Decision> past(Question question, Sender sender, Destination destination) {
    int port =
        question
            .port()
            .orElseGet(() ->
                destination
                    .service()
                    .map(Service::usualPort)
                    .orElseGet(() -> Outlets.port(question)));
    return Outlets.past(lookup, sender, port)
        .map(it -> {
          String because = "the client's proxy does not take what is sent to port " + port;
          Step step = new Step("transport", Optional.of(it.resource()), it.origin(), true, because);
          Decision decision = answer(question.bare());
          return decision.after(step);
        });
  }
}
