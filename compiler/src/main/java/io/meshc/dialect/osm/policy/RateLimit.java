package io.meshc.dialect.osm.policy;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// How much the proxy of a server takes: what it counts itself, and what a rate limit service says.
public record RateLimit(Optional<Local> local, Optional<Global> global) {

  public record Local(Optional<LocalTcp> tcp, Optional<LocalHttp> http, Origin origin) {}

  /// @param unit `second`, `minute` or `hour`
  public record LocalTcp(
      Optional<At<Integer>> connections, Optional<At<String>> unit, Optional<At<Integer>> burst) {}

  /// @param status of what is refused, where it is not 429
  public record LocalHttp(
      Optional<At<Integer>> requests,
      Optional<At<String>> unit,
      Optional<At<Integer>> burst,
      Optional<At<Integer>> status,
      List<AddedHeader> responseHeaders) {
    public LocalHttp {
      responseHeaders = List.copyOf(responseHeaders);
    }
  }

  public record AddedHeader(Optional<At<String>> name, Optional<At<String>> value) {}

  public record Global(Optional<GlobalTcp> tcp, Optional<GlobalHttp> http) {}

  public record Server(Optional<At<String>> host, Optional<At<Integer>> port) {}

  /// @param failOpen requests pass while the service cannot be reached; absent is true
  public record GlobalTcp(
      Optional<Server> service,
      Optional<At<String>> domain,
      List<TcpDescriptor> descriptors,
      Optional<At<String>> timeout,
      Optional<At<Boolean>> failOpen,
      Origin origin) {
    public GlobalTcp {
      descriptors = List.copyOf(descriptors);
    }
  }

  public record TcpDescriptor(List<Entry> entries) {
    public TcpDescriptor {
      entries = List.copyOf(entries);
    }
  }

  public record Entry(Optional<At<String>> key, Optional<At<String>> value) {}

  public record GlobalHttp(
      Optional<Server> service,
      Optional<At<String>> domain,
      List<HttpDescriptor> descriptors,
      Optional<At<String>> timeout,
      Optional<At<Boolean>> failOpen,
      Optional<At<Boolean>> headers,
      Optional<At<Integer>> status,
      Origin origin) {
    public GlobalHttp {
      descriptors = List.copyOf(descriptors);
    }
  }

  public record HttpDescriptor(List<HttpEntry> entries) {
    public HttpDescriptor {
      entries = List.copyOf(entries);
    }
  }

  /// One of the four.
  public record HttpEntry(
      Optional<GenericKey> genericKey,
      Optional<Nothing> remoteAddress,
      Optional<RequestHeader> requestHeader,
      Optional<HeaderValueMatch> headerValueMatch,
      Origin origin) {}

  public record GenericKey(Optional<At<String>> value, Optional<At<String>> key) {}

  /// A mapping without fields.
  public record Nothing() {}

  public record RequestHeader(Optional<At<String>> name, Optional<At<String>> key) {}

  public record HeaderValueMatch(
      Optional<At<String>> value,
      List<Header> headers,
      Optional<At<String>> key,
      Optional<At<Boolean>> expectMatch) {
    public HeaderValueMatch {
      headers = List.copyOf(headers);
    }
  }

  /// @param exact of which one is to be there
  public record Header(
      Optional<At<String>> name,
      Optional<At<String>> exact,
      Optional<At<String>> prefix,
      Optional<At<String>> suffix,
      Optional<At<String>> regex,
      Optional<At<String>> contains,
      Optional<At<Boolean>> present) {}

  /// @param descriptors of the global limit, whose service is that of the host
  public record OfRoute(Optional<LocalHttp> local, Optional<List<HttpDescriptor>> descriptors) {
    public OfRoute {
      descriptors = descriptors.map(List::copyOf);
    }
  }
}
