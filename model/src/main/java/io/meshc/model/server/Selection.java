package io.meshc.model.server;

import io.meshc.model.Workload;
import java.util.List;
import java.util.Map;

/// Workloads of a namespace by what their Pods are labelled.
///
/// @param external it is about machines outside of the cluster, and else about Pods
/// @param tests all of which have to hold
public record Selection(String namespace, boolean external, List<Test> tests) {
  /// The kind of an object that stands for a machine.
  public static final String MACHINE = "ExternalWorkload";

  public Selection {
    tests = List.copyOf(tests);
  }

  public sealed interface Test {
    record In(String key, List<String> values) implements Test {
      public In {
        values = List.copyOf(values);
      }
    }

    record NotIn(String key, List<String> values) implements Test {
      public NotIn {
        values = List.copyOf(values);
      }
    }

    record Exists(String key) implements Test {}

    record Absent(String key) implements Test {}
  }

  public boolean includes(Workload workload) {
    return workload.namespace().equals(namespace)
        && workload.id().kind().equals(MACHINE) == external
        && all(tests, workload.podLabels());
  }

  /// Whether all tests hold for some labels.
  public static boolean all(List<Test> tests, Map<String, String> labels) {
    return tests.stream().allMatch(it -> holds(it, labels));
  }

  private static boolean holds(Test test, Map<String, String> labels) {
    return switch (test) {
      case Test.In(var key, var values) ->
          labels.containsKey(key) && values.contains(labels.get(key));
      case Test.NotIn(var key, var values) ->
          !labels.containsKey(key) || !values.contains(labels.get(key));
      case Test.Exists(var key) -> labels.containsKey(key);
      case Test.Absent(var key) -> !labels.containsKey(key);
    };
  }
}
