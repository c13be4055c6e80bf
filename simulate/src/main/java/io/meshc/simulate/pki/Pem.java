package io.meshc.simulate.pki;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/// Bytes between two lines of dashes.
final class Pem {
  private static final String RSA = "1.2.840.113549.1.1.1";

  private Pem() {}

  static String of(String label, byte[] content) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /// An RSA key as `openssl genpkey` or `openssl genrsa` writes it; empty for anything else.
  static Optional<RSAPrivateCrtKey> rsaKey(String pem) {
    Optional<byte[]> whole = content("PRIVATE KEY", pem);
    Optional<byte[]> bare = content("RSA PRIVATE KEY", pem).map(Pem::wrapped);
    return whole.or(() -> bare).flatMap(Pem::rsaKey);
  }

  private static Optional<RSAPrivateCrtKey> rsaKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
              instanceof RSAPrivateCrtKey key
          ? Optional.of(key)
          : Optional.empty();
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static byte[] wrapped(byte[] pkcs1) {
    return Der.sequence(
        Der.integer(BigInteger.ZERO), Der.sequence(Der.oid(RSA), Der.nothing()), Der.octets(pkcs1));
  }

  private static Optional<byte[]> content(String label, String pem) {
    int start = pem.indexOf("-----BEGIN " + label + "-----");
    int end = pem.indexOf("-----END " + label + "-----");
    if (start < 0 || end < start) {
      return Optional.empty();
    }
    String body = pem.substring(pem.indexOf('\n', start) + 1, end);
    try {
      return Optional.of(Base64.getMimeDecoder().decode(body));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
