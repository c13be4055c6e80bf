package io.meshc.lower.istio;

import io.meshc.lower.Capability;
import io.meshc.lower.Capability.Approximated;
import io.meshc.lower.Capability.Exact;
import io.meshc.lower.Capability.Refused;
import io.meshc.lower.Feature;

/// How well Istio says each feature of the model.
final class Capabilities {
  private Capabilities() {}

  static Capability of(Feature feature) {
    return switch (feature) {
      case MEMBERSHIP,
          PEER_TLS,
          ALLOW,
          CLIENT_IDENTITY,
          CLIENT_NAMESPACE,
          METHOD_MATCH,
          HOST_MATCH,
          WORKLOAD_PORT,
          ROUTE_MATCH,
          PORT_PROTOCOL ->
          new Exact();
      case DEFAULT_DENY ->
          new Approximated("the root namespace is not locked: the control plane runs there");
      case UNKNOWN_DEFAULT -> new Approximated("what may be open or closed is written as closed");
      case DENY -> new Approximated("on raw TCP a denial with HTTP attributes denies without them");
      case OVERLAP -> new Approximated("what one policy grants is granted, whatever comes first");
      case ACCOUNT_SCOPE ->
          new Approximated("policies select Pods by labels, not by the account they run as");
      case PATH_MATCH, HEADER_MATCH ->
          new Approximated("exact text, prefixes and suffixes; for more see the regexes");
      case PATH_REGEX, HEADER_REGEX ->
          new Approximated("only by an EnvoyFilter that marks the request, on demand");
      case SERVICE_PORT ->
          new Approximated("policies see the port of the workload, not that of the Service");
      case NEGATION ->
          new Approximated("a policy that allows by HTTP attributes never allows raw TCP");
      case UNCLEAR_MATCH -> new Approximated("only what is certainly allowed is allowed");
      case ROUTE_WEIGHTS -> new Approximated("weights that are all 0 are refused by Istio");
      case LOAD_BALANCING ->
          new Approximated(
              "only for Services that have a route, the others as Istio does by default");
      case EGRESS ->
          new Approximated("by namespace, not by account; what may be open or closed is closed");
      case BORDER ->
          new Refused("doors for clients without a proxy, and hosts for single accounts, by hand");
      case GRANTED_ENDPOINTS ->
          new Refused("every client knows all endpoints of a Service, and is denied at some");
      case ENDPOINTS -> new Exact();
      case GATEWAYS, TOKENS -> new Refused("objects of Istio that are there stay as they are");
      case HARDENING -> new Refused("a setting of the whole mesh, outside of the repo");
      case DENIAL_ANSWER ->
          new Approximated("403 where the source answers 404 or closes the connection");
      case PATH_NORMALIZATION ->
          new Approximated("a setting of the whole mesh, outside of the repo");
      case TABLES -> new Refused("policies of single ports and tables of routes, by hand");
      case EXTENSION -> new Refused("meshc does not see what it does");
    };
  }
}
