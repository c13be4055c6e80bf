package io.meshc.model.traffic;

import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.model.match.TextPattern;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How much the proxy of a server takes of what is sent to a Service, counted by each proxy for itself.
///
/// @param path of the requests that it is about; empty for all of the Service
/// @param what is counted
/// @param amount in each `unit`
/// @param burst beside that
/// @param status of what is refused
/// @param headers of the answer to it
public record RateLimit(
    ResourceId resource,
    PlaneId plane,
    ServiceName service,
    Optional<TextPattern> path,
    What what,
    int amount,
    int burst,
    Duration unit,
    int status,
    Map<String, String> headers,
    Origin origin) {
  public RateLimit {
    headers = Map.copyOf(headers);
  }

  public enum What {
    REQUESTS,
    CONNECTIONS
  }
}
