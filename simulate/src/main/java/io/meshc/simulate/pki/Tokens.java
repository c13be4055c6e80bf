package io.meshc.simulate.pki;

import io.meshc.simulate.json.Json;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Issues tokens (RFC 7519, RS256), and writes the key sets that verify them to `<issuer name>.json` below one directory.
public final class Tokens {
  private static final Duration AGO = Duration.ofMinutes(1);
  private static final Duration LIFE = Duration.ofHours(1);

  private final Path directory;
  private final Map<String, Issuer> issuers = new HashMap<>();

  public Tokens(Path directory) {
    this.directory = directory;
  }

  private record Issuer(String url, List<String> audiences, RSAPrivateCrtKey key) {}

  /// What is asked of a token.
  ///
  /// @param claims beside those of the issuer, or in their place
  /// @param signedBy the issuer whose key signs it; `""` for its own
  public record Wanted(String issuer, List<Node.Entry> claims, boolean expired, String signedBy) {
    public Wanted {
      claims = List.copyOf(claims);
    }
  }

  /// Makes an issuer known.
  ///
  /// @param pem its key; one is made if there is none
  public void add(String name, String url, List<String> audiences, Optional<String> pem)
      throws IOException, GeneralSecurityException {
    RSAPrivateCrtKey key = pem.isPresent() ? read(name, pem.get()) : made();
    issuers.put(name, new Issuer(url, List.copyOf(audiences), key));
    Node.Mapping published =
        Nodes.map()
            .put("kty", "RSA")
            .put("use", "sig")
            .put("alg", "RS256")
            .put("kid", name)
            .put("n", number(key.getModulus()))
            .put("e", number(key.getPublicExponent()))
            .build();
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve(name + ".json"),
        Json.of(Nodes.map().put("keys", Nodes.list(List.of(published))).build()));
  }

  private static RSAPrivateCrtKey read(String name, String pem) throws IOException {
    return Pem.rsaKey(pem)
        .orElseThrow(() -> new IOException("the key of issuer `" + name + "` is no RSA key"));
  }

  private static RSAPrivateCrtKey made() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
  }

  public String issue(Wanted wanted) throws IOException, GeneralSecurityException {
    Issuer issuer = known(wanted.issuer());
    Issuer signer = wanted.signedBy().isEmpty() ? issuer : known(wanted.signedBy());
    Instant now = Instant.now();
    Instant end = wanted.expired() ? now.minus(LIFE) : now.plus(LIFE);
    Nodes claims = Nodes.map();
    own(issuer, now, end).entries().stream()
        .filter(it -> wanted.claims().stream().noneMatch(other -> other.key().equals(it.key())))
        .forEach(it -> claims.put(it.key(), it.value()));
    wanted.claims().forEach(it -> claims.put(it.key(), it.value()));
    Node.Mapping header =
        Nodes.map().put("alg", "RS256").put("typ", "JWT").put("kid", wanted.issuer()).build();
    String signed = part(header) + "." + part(claims.build());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(signer.key());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64(signature.sign());
  }

  private static Node.Mapping own(Issuer issuer, Instant now, Instant end) {
    return Nodes.map()
        .put("iss", issuer.url())
        .put("sub", "tester")
        .put("iat", now.minus(AGO).getEpochSecond())
        .put("exp", end.getEpochSecond())
        .putList("aud", issuer.audiences(), Nodes::text)
        .build();
  }

  private Issuer known(String name) throws IOException {
    Issuer issuer = issuers.get(name);
    if (issuer == null) {
      throw new IOException("there is no issuer `" + name + "`");
    }
    return issuer;
  }

  private static String part(Node.Mapping node) {
    return base64(Json.of(node).getBytes(StandardCharsets.UTF_8));
  }

  /// An unsigned number, without the byte that says its sign.
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return base64(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
