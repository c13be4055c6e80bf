package io.meshc.rules.istio.httproute;

import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.rules.istio.Written;
import java.nio.charset.StandardCharsets;

/// How many bytes a route answers with.
final class BodySize {
  private BodySize() {}

  static long of(HttpRoute.Body body) {
    if (body.string().isPresent()) {
      return body.string().get().value().getBytes(StandardCharsets.UTF_8).length;
    }
    // four characters of base64 are three bytes
    return Written.text(body.bytes()).length() * 3L / 4;
  }
}
