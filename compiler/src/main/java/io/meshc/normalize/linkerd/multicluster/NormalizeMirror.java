package io.meshc.normalize.linkerd.multicluster;

import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.linkerd.multicluster.Link;
import io.meshc.model.Identity;
import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.model.cluster.Mirror;
import io.meshc.model.cluster.Mirror.Way;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Service with the marks of a mirror → what it stands for.
final class NormalizeMirror {
  /// What stands between the names of an account and of its cluster in an identity of Linkerd.
  private static final String ACCOUNT = ".serviceaccount.identity.";

  private final PlaneId plane;
  private final List<Link> links;
  private final Ledger ledger;

  NormalizeMirror(PlaneId plane, List<Link> links, Ledger ledger) {
    this.plane = plane;
    this.links = links;
    this.ledger = ledger;
  }

  void normalize(ServiceObject service) {
    Meta meta = service.meta();
    if (!Selects.is(meta.labels(), Marks.MIRRORED, "true")) {
      return;
    }
    String pods = text(meta.annotations(), Marks.PODS);
    String local = text(meta.annotations(), Marks.LOCAL);
    if (!pods.isEmpty() || !local.isEmpty()) {
      for (String member : pods.isEmpty() ? new String[0] : pods.split(",", -1)) {
        int at = member.indexOf('@');
        if (at > 0) {
          add(meta, member.substring(at + 1), member.substring(0, at), new Way.Pods());
        }
      }
      if (!local.isEmpty()) {
        add(meta, "", local, new Way.Pods());
      }
      return;
    }
    String direct = text(meta.labels(), Marks.PODS);
    if (!direct.isEmpty()) {
      add(meta, direct, text(meta.labels(), Marks.SERVICE), new Way.Pods());
      return;
    }
    String cluster = text(meta.labels(), Marks.CLUSTER);
    String host = text(meta.annotations(), Marks.TARGET);
    int dot = host.indexOf('.');
    if (!cluster.isEmpty() && dot > 0) {
      add(meta, cluster, host.substring(0, dot), new Way.Gateway(gateway(cluster)));
    }
  }

  private void add(Meta meta, String cluster, String target, Way way) {
    ledger.add(
        new Mirror(
            new ServiceName(meta.namespace(), meta.name()),
            Optional.of(plane),
            cluster,
            new ServiceName(meta.namespace(), target),
            way,
            meta.origin()));
  }

  private Optional<Identity> gateway(String cluster) {
    return links.stream()
        .filter(it -> it.targetClusterName().filter(at -> at.value().equals(cluster)).isPresent())
        .flatMap(it -> it.gatewayIdentity().stream())
        .findFirst()
        .flatMap(it -> identity(it.value()));
  }

  /// `ACCOUNT.NAMESPACE.serviceaccount.identity.CONTROL-PLANE.TRUST-DOMAIN`
  static Optional<Identity> identity(String text) {
    int dot = text.indexOf('.');
    int mark = text.indexOf(ACCOUNT);
    if (dot <= 0 || mark <= dot) {
      return Optional.empty();
    }
    String rest = text.substring(mark + ACCOUNT.length());
    int end = rest.indexOf('.');
    return end < 0
        ? Optional.empty()
        : Optional.of(
            new Identity(
                rest.substring(end + 1), text.substring(dot + 1, mark), text.substring(0, dot)));
  }

  private static String text(Map<String, At<String>> texts, String key) {
    At<String> value = texts.get(key);
    return value == null ? "" : value.value();
  }
}
