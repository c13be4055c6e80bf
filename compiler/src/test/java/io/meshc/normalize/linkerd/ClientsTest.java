package io.meshc.normalize.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.Identity;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.match.Match;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which names of a policy take which names of a certificate.
class ClientsTest {
  private static final Clients CLIENTS =
      new Clients(LinkerdPlane.byDefault("linkerd", "cluster.local"));

  @ParameterizedTest
  @CsvSource({
    "*, web.shop.serviceaccount.identity.linkerd.cluster.local, true",
    "*, vm.example, true",
    "*, spiffe://example/vm, false",
    "web.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " web.shop.serviceaccount.identity.linkerd.cluster.local, true",
    "web.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " web.store.serviceaccount.identity.linkerd.cluster.local, false",
    "web.shop.serviceaccount.identity.other.cluster.local,"
        + " web.shop.serviceaccount.identity.linkerd.cluster.local, false",
    "web.shop.serviceaccount.identity.linkerd.west.example,"
        + " web.shop.serviceaccount.identity.linkerd.west.example, true",
    "web.shop.serviceaccount.identity.linkerd.west.example,"
        + " web.shop.serviceaccount.identity.linkerd.cluster.local, false",
    "*.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " web.shop.serviceaccount.identity.linkerd.cluster.local, true",
    "*.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " web.workshop.serviceaccount.identity.linkerd.cluster.local, false",
    "*.serviceaccount.identity.linkerd.cluster.local,"
        + " web.shop.serviceaccount.identity.linkerd.cluster.local, true",
    "*.cluster.local, web.shop.serviceaccount.identity.linkerd.cluster.local, true",
    "*.cluster.local, vm.cluster.local, true",
    "*.cluster.local, vm.example, false",
    "*.a.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " b.a.shop.serviceaccount.identity.linkerd.cluster.local, true",
    "*.a.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " a.shop.serviceaccount.identity.linkerd.cluster.local, false",
    "*.example, vm.example, true",
    "*.example, spiffe://a.example, false",
    "spiffe://example/vm, spiffe://example/vm, true",
    "spiffe://cluster.local/ns/shop/sa/web, web.shop.serviceaccount.identity.linkerd.cluster.local,"
        + " false"
  })
  void takes(String policy, String certificate, boolean taken) {
    Identity identity =
        CLIENTS.identityOf(certificate).orElseGet(() -> Identity.other(certificate));
    Match match = CLIENTS.identity(policy);
    var request =
        new Request(Optional.of(identity), 80, 80, Protocol.TCP, "", "", "", "", Map.of());
    assertThat(match.covers(request).isYes()).isEqualTo(taken);
  }
}
