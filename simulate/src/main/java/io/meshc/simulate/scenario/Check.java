package io.meshc.simulate.scenario;

import io.meshc.simulate.pki.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing that is done, and what is expected to come of it.
public sealed interface Check {
  String name();

  /// How long it may fail before it counts as failed.
  int eventuallyMillis();

  /// The client of TLS, where there is one.
  default Optional<TlsClient> client() {
    return switch (this) {
      case Http it -> it.towards().tls();
      case Tcp it -> it.towards().tls();
      case Statistic _, Replace _, Pause _ -> Optional.empty();
    };
  }

  /// @param path with its query, as it is sent
  /// @param host what stands in the Host header unless `headers` say otherwise
  /// @param http2 with prior knowledge
  record Http(
      String name,
      int eventuallyMillis,
      Towards towards,
      int port,
      String host,
      String path,
      String method,
      Map<String, String> headers,
      Optional<String> body,
      boolean http2,
      Optional<Tokens.Wanted> token,
      Repeat repeat,
      Expect expect)
      implements Check {}

  record Tcp(
      String name,
      int eventuallyMillis,
      Towards towards,
      int port,
      String send,
      Repeat repeat,
      Expect expect)
      implements Check {}

  /// A statistic of a proxy.
  record Statistic(String name, int eventuallyMillis, String workload, String stat, Bounds bounds)
      implements Check {}

  /// One file of the configurations in the place of another, at once, as file-based xDS demands it.
  record Replace(String name, String target, String source) implements Check {
    @Override
    public int eventuallyMillis() {
      return 0;
    }
  }

  record Pause(String name, int millis) implements Check {
    @Override
    public int eventuallyMillis() {
      return 0;
    }
  }

  /// Whom the client talks to.
  ///
  /// @param tls how, if not in plaintext
  record Towards(Peer peer, Optional<TlsClient> tls) {}

  /// The first thing that a client reaches.
  sealed interface Peer {
    /// The proxy of a workload, as its application does.
    record ProxyOf(String workload) implements Peer {}

    /// An address past the client's proxy.
    record Past(String address, int port) implements Peer {}
  }

  /// @param identity whose certificate is shown; `""` for none
  /// @param authority that signs it
  /// @param serverName that is asked for; `""` for none
  /// @param protocols that are offered
  /// @param trust the authority whose certificates are taken
  record TlsClient(
      String identity, String authority, String serverName, List<String> protocols, String trust) {
    public TlsClient {
      protocols = List.copyOf(protocols);
    }
  }

  record Repeat(int count, int concurrency, int timeoutMillis) {
    public static final int PATIENCE = 8000;
    public static final Repeat ONCE = new Repeat(1, 1, PATIENCE);
  }
}
