package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// What every kind of route has.
public sealed interface Route extends Resource permits HttpRoute, GrpcRoute, StreamRoute {
  List<ParentRef> parentRefs();

  /// Of the requests, or of the connections where TLS is all that is seen; empty for any.
  List<At<String>> hostnames();

  /// Whether it is bound to Gateways that take everything, beside its parents.
  Optional<At<DefaultScope>> useDefaultGateways();

  /// Where something stands that the API server refuses and that is not kept; empty where there is nothing such.
  Optional<Origin> unread();

  enum DefaultScope {
    ALL("All"),
    NONE("None");

    private final String word;

    DefaultScope(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
