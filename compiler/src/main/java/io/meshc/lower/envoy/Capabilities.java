package io.meshc.lower.envoy;

import io.meshc.lower.Capability;
import io.meshc.lower.Capability.Approximated;
import io.meshc.lower.Capability.Exact;
import io.meshc.lower.Capability.Refused;
import io.meshc.lower.Feature;

/// How well Envoy says each feature of the model.
final class Capabilities {
  private Capabilities() {}

  static Capability of(Feature feature) {
    return switch (feature) {
      case MEMBERSHIP,
          DEFAULT_DENY,
          PEER_TLS,
          ALLOW,
          DENY,
          ACCOUNT_SCOPE,
          CLIENT_IDENTITY,
          CLIENT_NAMESPACE,
          METHOD_MATCH,
          HOST_MATCH,
          PATH_MATCH,
          HEADER_MATCH,
          WORKLOAD_PORT,
          NEGATION,
          GRANTED_ENDPOINTS,
          PATH_NORMALIZATION,
          PORT_PROTOCOL,
          LOAD_BALANCING ->
          new Exact();
      case PATH_REGEX, HEADER_REGEX ->
          new Approximated("not which of several alternatives a search finds first");
      case ROUTE_WEIGHTS -> new Approximated("a weight that a controller moves stays");
      case UNKNOWN_DEFAULT -> new Approximated("what may be open or closed is written as closed");
      case OVERLAP -> new Approximated("what one policy grants is granted, whatever comes first");
      case SERVICE_PORT ->
          new Approximated("where several ports of Services lead to one of a workload, not which");
      case UNCLEAR_MATCH -> new Approximated("only what is certainly allowed is allowed");
      case ROUTE_MATCH -> new Approximated("connections by port and server name alone");
      case EGRESS -> new Approximated("unknown hosts only where the network brings them");
      case ENDPOINTS -> new Approximated("by a name, where nobody says an address");
      case HARDENING -> new Exact();
      case GATEWAYS -> new Approximated("not what relays connections between networks");
      case TOKENS -> new Exact();
      case BORDER ->
          new Approximated("addresses where the placement says them, or the network brings them");
      case DENIAL_ANSWER ->
          new Approximated("403 where the source answers 404 or closes the connection");
      case TABLES -> new Approximated("no order of age, and no routes to what is outside");
      case EXTENSION -> new Refused("meshc does not see what it does");
    };
  }
}
