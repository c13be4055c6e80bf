package io.meshc.dialect.envoy.route;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// What is done to the headers of a request and of its answer.
public record HeaderEdits(
    List<Put> request, List<String> requestRemoved, List<Put> answer, List<String> answerRemoved) {
  public static final HeaderEdits NONE =
      new HeaderEdits(List.of(), List.of(), List.of(), List.of());

  public HeaderEdits {
    request = List.copyOf(request);
    requestRemoved = List.copyOf(requestRemoved);
    answer = List.copyOf(answer);
    answerRemoved = List.copyOf(answerRemoved);
  }

  /// @param value as it is: a `%` in it is written twice
  /// @param appends another value, beside those that are there
  public record Put(String name, String value, boolean appends) {
    Node.Mapping node() {
      return Nodes.map()
          .put("header", Nodes.map().put("key", name).put("value", value.replace("%", "%%")))
          .put("append_action", appends ? "APPEND_IF_EXISTS_OR_ADD" : "OVERWRITE_IF_EXISTS_OR_ADD")
          .build();
    }
  }

  public boolean isNone() {
    return equals(NONE);
  }

  void into(Nodes node) {
    node.putList("request_headers_to_add", request, Put::node)
        .putList("request_headers_to_remove", requestRemoved, Nodes::text)
        .putList("response_headers_to_add", answer, Put::node)
        .putList("response_headers_to_remove", answerRemoved, Nodes::text);
  }
}
