package io.meshc.lower;

import java.util.Locale;

/// What the model can say. Every back end has an answer for each.
public enum Feature {
  MEMBERSHIP,
  DEFAULT_DENY,
  UNKNOWN_DEFAULT,
  PEER_TLS,
  ALLOW,
  DENY,
  OVERLAP,
  ACCOUNT_SCOPE,
  CLIENT_IDENTITY,
  CLIENT_NAMESPACE,
  METHOD_MATCH,
  HOST_MATCH,
  PATH_MATCH,
  PATH_REGEX,
  HEADER_MATCH,
  HEADER_REGEX,
  WORKLOAD_PORT,
  SERVICE_PORT,
  NEGATION,
  UNCLEAR_MATCH,
  ROUTE_WEIGHTS,
  ROUTE_MATCH,
  LOAD_BALANCING,
  EGRESS,
  BORDER,
  GRANTED_ENDPOINTS,
  ENDPOINTS,
  HARDENING,
  GATEWAYS,
  TOKENS,
  DENIAL_ANSWER,
  PATH_NORMALIZATION,
  PORT_PROTOCOL,
  TABLES,
  EXTENSION;

  /// `header match`, as in reports.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
