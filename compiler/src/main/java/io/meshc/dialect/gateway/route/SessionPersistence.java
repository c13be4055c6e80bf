package io.meshc.dialect.gateway.route;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// Requests of one session go to one endpoint.
///
/// @param type absent is a cookie
public record SessionPersistence(
    Optional<At<Type>> type,
    Optional<At<String>> absoluteTimeout,
    Optional<Cookie> cookie,
    Optional<Header> header,
    Origin origin) {

  public enum Type {
    COOKIE("Cookie"),
    HEADER("Header");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public record Cookie(
      Optional<At<String>> name,
      Optional<At<Lifetime>> lifetimeType,
      Optional<At<String>> path,
      Origin origin) {}

  public enum Lifetime {
    PERMANENT("Permanent"),
    SESSION("Session");

    private final String word;

    Lifetime(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public record Header(Optional<At<String>> name, Origin origin) {}
}
