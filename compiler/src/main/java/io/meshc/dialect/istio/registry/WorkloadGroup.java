package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param metadata of the WorkloadEntries that are made of the template
/// @param origin of `spec`
public record WorkloadGroup(
    Meta meta,
    Optional<Metadata> metadata,
    Optional<Endpoint> template,
    Optional<Probe> probe,
    Origin origin)
    implements Resource {

  public record Metadata(
      Map<String, At<String>> labels, Map<String, At<String>> annotations, Origin origin) {
    public Metadata {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }

  /// When a workload is ready: one of the four ways to ask.
  public record Probe(
      Optional<At<Long>> initialDelaySeconds,
      Optional<At<Long>> timeoutSeconds,
      Optional<At<Long>> periodSeconds,
      Optional<At<Long>> successThreshold,
      Optional<At<Long>> failureThreshold,
      Optional<HttpGet> httpGet,
      Optional<TcpSocket> tcpSocket,
      Optional<Exec> exec,
      Optional<Grpc> grpc,
      Origin origin) {}

  public record HttpGet(
      Optional<At<String>> path,
      Optional<At<Long>> port,
      Optional<At<String>> host,
      Optional<At<String>> scheme,
      List<HttpHeader> httpHeaders,
      Origin origin) {
    public HttpGet {
      httpHeaders = List.copyOf(httpHeaders);
    }
  }

  public record HttpHeader(Optional<At<String>> name, Optional<At<String>> value, Origin origin) {}

  public record TcpSocket(Optional<At<String>> host, Optional<At<Long>> port, Origin origin) {}

  public record Exec(List<At<String>> command, Origin origin) {
    public Exec {
      command = List.copyOf(command);
    }
  }

  public record Grpc(Optional<At<Long>> port, Optional<At<String>> service, Origin origin) {}
}
