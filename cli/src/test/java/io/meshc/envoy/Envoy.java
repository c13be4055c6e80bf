package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Programs;
import io.meshc.conformance.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A real Envoy that looks at configuration, with a certificate that is good for nothing else.
final class Envoy {
  private static final String PASSWORD = "changeit";
  private static final Pattern PEM = Pattern.compile("filename: \"([^\"]+)\"");
  private final Path folder;
  private final Path envoy;

  private Envoy(Path folder, Path envoy) {
    this.folder = folder;
    this.envoy = envoy;
  }

  /// @param folder for what it needs
  static Envoy in(Path folder) {
    var envoy = new Envoy(folder, Programs.real("envoy"));
    envoy.certify();
    return envoy;
  }

  /// What Envoy has against a bootstrap; `""` if nothing. A deprecated field is something.
  String faults(String bootstrap) {
    String text =
        PEM.matcher(bootstrap)
            .replaceAll(it ->
                "filename: \""
                    + folder.resolve(it.group(1).endsWith("key.pem") ? "key.pem" : "cert.pem")
                    + "\"");
    Path file = folder.resolve("bootstrap.yaml");
    Cli.write(file, text);
    Cli.Ran ran =
        Programs.run(
            folder,
            Map.of(),
            List.of(
                envoy.toString(),
                "--mode",
                "validate",
                "--log-level",
                "warning",
                "--concurrency",
                "1",
                "-c",
                file.toString()));
    String said = ran.out() + ran.err();
    return ran.status() == 0 && !said.contains("eprecated") ? "" : said;
  }

  private void certify() {
    Path store = folder.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Cli.Ran ran =
        Programs.run(
            folder,
            Map.of(),
            List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=nobody",
                "-alias",
                "own",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
    assertThat(ran.status()).as(ran.err()).isZero();
    try (var in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      pem("key.pem", "PRIVATE KEY", keys.getKey("own", PASSWORD.toCharArray()).getEncoded());
      pem("cert.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
    } catch (java.io.IOException | java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void pem(String name, String what, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Cli.write(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
  }
}
