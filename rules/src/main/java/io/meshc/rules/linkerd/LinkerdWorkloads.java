package io.meshc.rules.linkerd;

import io.meshc.validate.rule.DocumentRule.Kind;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.List;

/// Where the settings of proxies stand.
public final class LinkerdWorkloads {
  /// Of whole namespaces, and of pods.
  public static final List<Kind> WITH_PROXY =
      List.of(
          new Kind("", "Namespace"),
          new Kind("", "Pod"),
          new Kind("", "ReplicationController"),
          new Kind("apps", "Deployment"),
          new Kind("apps", "StatefulSet"),
          new Kind("apps", "DaemonSet"),
          new Kind("apps", "ReplicaSet"),
          new Kind("batch", "Job"),
          new Kind("batch", "CronJob"),
          new Kind("argoproj.io", "Rollout"));

  /// The same and whatever leads to them.
  public static final List<Kind> WITH_PORTS = withPorts();

  private LinkerdWorkloads() {}

  /// The metadata of a pod, where an object makes pods; else its own.
  public static Part metadata(Written object) {
    Part spec = object.spec();
    Part template =
        object.id().kind().equals("CronJob")
            ? spec.get("jobTemplate", "spec", "template")
            : spec.get("template");
    return template.isThere() ? template.get("metadata") : object.root().get("metadata");
  }

  public static Part annotations(Written object) {
    return metadata(object).get("annotations");
  }

  private static List<Kind> withPorts() {
    var all = new ArrayList<>(WITH_PROXY);
    all.add(new Kind("", "Service"));
    all.add(new Kind(LinkerdKinds.GROUP, "EgressNetwork"));
    return List.copyOf(all);
  }
}
