package io.meshc.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.simulate.scenario.Scenario;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A proxy is gone when it is closed, and when the pipe from this program breaks: that is how it learns of any other end.
final class EnvoyEndsTest {
  private static final String BOOTSTRAP =
      """
      admin: {address: {socket_address: {address: "127.0.0.1", port_value: 0}}}
      static_resources: {}
      """;

  private static final Scenario.Proxied ALONE =
      new Scenario.Proxied("alone", "", "", "", List.of());

  @Test
  void byItsPipe() throws Exception {
    try (Workspace workspace = workspace()) {
      Envoy envoy = Envoy.start(Outside.envoy(), ALONE, workspace);
      assertThat(envoy.expectReady(Deadline.in(Duration.ofSeconds(20)))).isEmpty();
      List<ProcessHandle> processes = envoy.processes();
      assertThat(processes).hasSizeGreaterThanOrEqualTo(2);

      envoy.stop();

      for (ProcessHandle it : processes) {
        assertThat(it.onExit()).succeedsWithin(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void saysThatItEndedByItself() throws Exception {
    try (Workspace workspace = workspace()) {
      workspace.write(new TreeMap<>(Map.of("alone/bootstrap.yaml", "nonsense: true\n")));
      try (Envoy envoy = Envoy.start(Outside.envoy(), ALONE, workspace)) {
        assertThat(envoy.expectReady(Deadline.in(Duration.ofSeconds(20))))
            .contains("it ended with exit status 1");
      }
    }
  }

  @Test
  void saysWhichAddressIsTaken() throws Exception {
    try (Workspace workspace = workspace();
        var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String admin = "port_value: " + taken.getLocalPort();
      String bootstrap = BOOTSTRAP.replace("port_value: 0", admin);
      workspace.write(new TreeMap<>(Map.of("alone/bootstrap.yaml", bootstrap)));
      try (Envoy envoy = Envoy.start(Outside.envoy(), ALONE, workspace)) {
        assertThat(envoy.expectReady(Deadline.in(Duration.ofSeconds(20))))
            .hasValueSatisfying(it ->
                assertThat(it)
                    .startsWith("it ended with exit status 1: cannot bind ")
                    .contains("127.0.0.1:" + taken.getLocalPort())
                    .contains("Address already in use"));
      }
    }
  }

  private static Workspace workspace() throws Exception {
    Scenario scenario =
        new Scenario(
            "",
            Scenario.TRUST_DOMAIN,
            List.of(),
            Map.of(),
            List.of(ALONE),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Workspace workspace = Workspace.open(scenario);
    workspace.write(new TreeMap<>(Map.of("alone/bootstrap.yaml", BOOTSTRAP)));
    return workspace;
  }
}
