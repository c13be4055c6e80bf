package io.meshc.rules.portability;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.rules.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One finding for each field that no decision depends on, however many objects have it.
class NotModelledTest {
  private static String service(String name) {
    return """
    ---
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %s, namespace: shop}
    spec:
      hosts: [%s]
      http:
      - route: [{destination: {host: %s}}]
        timeout: 3s
      - route: [{destination: {host: %s}}]
        timeout: 4s
        retries: {attempts: 2}
    """
        .formatted(name, name, name, name);
  }

  @Test
  void sayOfManyObjectsAndItemsOnce() {
    List<Finding> found =
        Judged.findings(service("cart") + service("pay")).stream()
            .filter(it -> it.rule().equals("MC4002"))
            .toList();
    assertThat(found)
        .extracting(it -> it.origin().line() + " " + it.origin().path() + " " + it.help())
        .containsExactly(
            "9 spec.http[0].timeout so it is in 3 other places",
            "12 spec.http[1].retries so it is in 1 other place");
    assertThat(found).allMatch(it -> it.severity() == Severity.INFO);
  }
}
