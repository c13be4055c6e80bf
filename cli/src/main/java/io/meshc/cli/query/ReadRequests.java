package io.meshc.cli.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line of JSON → a request.
public final class ReadRequests {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "from",
          "to",
          "protocol",
          "method",
          "scheme",
          "authority",
          "path",
          "headers",
          "claims",
          "token",
          "sni",
          "sourceIp",
          "remoteIp",
          "via",
          "plaintext",
          "environment");

  private final JsonMapper mapper =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  public Asked read(String line) throws Asked.Fault {
    return Asked.of(request(line));
  }

  private RequestLine request(String line) throws Asked.Fault {
    JsonNode node = parse(line);
    if (!node.isObject()) {
      throw new Asked.Fault("a request is a JSON object");
    }
    for (String name : node.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw new Asked.Fault("`" + name + "` is not a field of a request");
      }
    }
    Optional<String> to = text(node, "to");
    if (to.isEmpty()) {
      throw new Asked.Fault("field `to` is missing");
    }
    return new RequestLine(
        text(node, "id").orElse(""),
        text(node, "from"),
        to.get(),
        text(node, "protocol").orElse("http"),
        text(node, "method").orElse("GET"),
        text(node, "authority"),
        text(node, "path").orElse("/"),
        headers(node.path("headers")),
        text(node, "via").orElse(""),
        flag(node, "plaintext"),
        text(node, "scheme"),
        text(node, "sni"),
        text(node, "sourceIp"),
        text(node, "remoteIp"),
        text(node, "token").orElse("none"),
        claims(node.path("claims")),
        text(node, "environment").orElse(""));
  }

  private JsonNode parse(String line) throws Asked.Fault {
    try {
      return mapper.readTree(line);
    } catch (JacksonException e) {
      throw new Asked.Fault("not JSON, or a field twice" + column(e.getLocation()));
    }
  }

  /// Where the text stops to be JSON, if the parser knows.
  private static String column(@Nullable TokenStreamLocation at) {
    return at == null || at.getColumnNr() < 1 ? "" : ": column " + at.getColumnNr();
  }

  private static boolean flag(JsonNode node, String field) throws Asked.Fault {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new Asked.Fault("field `" + field + "` is not true or false");
    }
    return value.asBoolean();
  }

  /// Empty where it is absent or null. Numbers are taken for their text, as ids often are numbers.
  private static Optional<String> text(JsonNode node, String field) throws Asked.Fault {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() && !value.isNumber()) {
      throw new Asked.Fault("field `" + field + "` is not text");
    }
    return Optional.of(value.asString());
  }

  /// Numbers and booleans stay what they are: no text of a policy ever equals them.
  private Map<String, Object> claims(JsonNode node) throws Asked.Fault {
    if (node.isMissingNode() || node.isNull()) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw new Asked.Fault("field `claims` is not an object");
    }
    var claims = new HashMap<String, Object>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isNull()) {
        claims.put(entry.getKey(), mapper.treeToValue(entry.getValue(), Object.class));
      }
    }
    return claims;
  }

  private static Map<String, List<String>> headers(JsonNode node) throws Asked.Fault {
    var headers = new HashMap<String, List<String>>();
    if (node.isMissingNode() || node.isNull()) {
      return headers;
    }
    if (!node.isObject()) {
      throw new Asked.Fault("field `headers` is not an object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      var values = new ArrayList<String>();
      for (JsonNode value :
          entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
        if (!value.isString()) {
          throw new Asked.Fault(
              "header `" + entry.getKey() + "` is neither a text nor a list of texts");
        }
        values.add(value.asString());
      }
      headers.put(entry.getKey(), values);
    }
    return headers;
  }
}
