package io.meshc.envoy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Envoy's own message classes have against a file that is written for it: an unknown field, another type, a message that is
/// none.
final class Messages {
  private static final Pattern TYPE = Pattern.compile("\"type.googleapis.com/([^\"]+)\"");

  /// Fields of the TCP proxy that the classes do not have yet: their releases lag behind Envoy's. A real Envoy takes them (`ValidatesTest`).
  private static final Set<String> NEWER = Set.of("upstream_connect_mode", "max_early_data_bytes");

  private Messages() {}

  /// `""` if nothing.
  static String faults(SourceFile file) {
    String json = json(ParseYaml.parse(file).value().getFirst().root());
    Message.Builder message =
        file.path().endsWith("/bootstrap.yaml")
            ? Bootstrap.newBuilder()
            : DiscoveryResponse.newBuilder();
    try {
      JsonFormat.parser().usingTypeRegistry(types(json)).merge(json, message);
      return "";
    } catch (InvalidProtocolBufferException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static JsonFormat.TypeRegistry types(String json) {
    var types = JsonFormat.TypeRegistry.newBuilder();
    Matcher it = TYPE.matcher(json);
    while (it.find()) {
      types.add(descriptor(it.group(1)));
    }
    return types.build();
  }

  /// `envoy.config.rbac.v3.RBAC` is `io.envoyproxy.envoy.config.rbac.v3.RBAC`.
  private static Descriptor descriptor(String name) {
    try {
      Class<?> type = Class.forName("io.envoyproxy." + name);
      return (Descriptor) type.getMethod("getDescriptor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("Envoy has no message `" + name + "`", e);
    }
  }

  private static String json(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> {
        var entries = new ArrayList<String>();
        mapping.entries().stream()
            .filter(it -> !NEWER.contains(it.key()))
            .forEach(it -> entries.add(text(it.key()) + ":" + json(it.value())));
        yield "{" + String.join(",", entries) + "}";
      }
      case Node.Sequence sequence ->
          "[" + String.join(",", sequence.items().stream().map(Messages::json).toList()) + "]";
      case Node.Scalar scalar -> scalar.quoted() ? text(scalar.text()) : scalar.text();
    };
  }

  private static String text(String text) {
    var json = new StringBuilder("\"");
    text.chars()
        .forEach(it -> {
          if (it == '"' || it == '\\') {
            json.append('\\');
          }
          if (it < ' ') {
            json.append(String.format("\\u%04x", it));
          } else {
            json.append((char) it);
          }
        });
    return json.append('"').toString();
  }
}
