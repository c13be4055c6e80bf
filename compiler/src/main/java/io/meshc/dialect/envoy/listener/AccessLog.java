package io.meshc.dialect.envoy.listener;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Map;
import java.util.TreeMap;

/// A line of JSON to the standard error stream for each request.
///
/// @param fields operators of Envoy by the names that they have in the line
public record AccessLog(Map<String, String> fields) implements Message {
  public AccessLog {
    fields = java.util.Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /// Of connections.
  public static final AccessLog TCP =
      new AccessLog(
          Map.of(
              "start_time", "%START_TIME%",
              "bytes_received", "%BYTES_RECEIVED%",
              "bytes_sent", "%BYTES_SENT%",
              "connection_termination_details", "%CONNECTION_TERMINATION_DETAILS%",
              "duration", "%DURATION%",
              "peer", "%DOWNSTREAM_PEER_URI_SAN%",
              "response_flags", "%RESPONSE_FLAGS%",
              "upstream_cluster", "%UPSTREAM_CLUSTER%",
              "upstream_host", "%UPSTREAM_HOST%"));

  /// Of requests.
  public static final AccessLog HTTP = new AccessLog(http());

  private static Map<String, String> http() {
    var fields = new TreeMap<String, String>();
    fields.put("authority", "%REQ(:AUTHORITY)%");
    fields.put("duration", "%DURATION%");
    fields.put("method", "%REQ(:METHOD)%");
    fields.put("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%");
    fields.put("peer", "%DOWNSTREAM_PEER_URI_SAN%");
    fields.put("response_code", "%RESPONSE_CODE%");
    fields.put("response_code_details", "%RESPONSE_CODE_DETAILS%");
    fields.put("response_flags", "%RESPONSE_FLAGS%");
    fields.put("start_time", "%START_TIME%");
    fields.put("upstream_cluster", "%UPSTREAM_CLUSTER%");
    fields.put("upstream_host", "%UPSTREAM_HOST%");
    return fields;
  }

  @Override
  public Node.Mapping node() {
    return Typed.named(
        "envoy.access_loggers.stderr",
        Typed.of("extensions.access_loggers.stream.v3.StderrAccessLog")
            .put("log_format", Nodes.map().put("json_format", Nodes.texts(fields))));
  }
}
