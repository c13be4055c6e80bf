package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Branch;
import io.meshc.dialect.gateway.route.SessionPersistence.Cookie;
import io.meshc.yaml.Node;

/// `sessionPersistence` → node.
public final class RenderSession {
  private RenderSession() {}

  public static Node.Mapping session(SessionPersistence it) {
    return new Branch()
        .text("type", it.type())
        .text("absoluteTimeout", it.absoluteTimeout())
        .object("cookie", it.cookie(), RenderSession::cookie)
        .object("header", it.header(), header -> new Branch().text("name", header.name()).node())
        .node();
  }

  private static Node.Mapping cookie(Cookie it) {
    return new Branch()
        .text("name", it.name())
        .text("lifetimeType", it.lifetimeType())
        .text("path", it.path())
        .node();
  }
}
