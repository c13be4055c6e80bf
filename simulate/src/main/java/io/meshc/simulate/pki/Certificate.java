package io.meshc.simulate.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A certificate (RFC 5280) with its private key.
///
/// @param anchor the authority that signed it; its own certificate where it is one
record Certificate(PrivateKey key, X509Certificate itself, X509Certificate anchor) {
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String ORGANIZATION = "2.5.4.10";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String SUBJECT_NAMES = "2.5.29.17";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  /// Clocks differ, and no run lasts for days.
  private static final Duration EARLIER = Duration.ofHours(1);

  private static final Duration LATER = Duration.ofDays(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  /// An authority of its own.
  static Certificate authority(String organization, String name) throws GeneralSecurityException {
    KeyPair pair = pair();
    byte[] subject = subject(organization, name);
    byte[] extensions =
        Der.sequence(
            extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true))),
            extension(KEY_USAGE, true, Der.bits(1, new byte[] {0x06})));
    X509Certificate itself = signed(subject, subject, pair, extensions, pair.getPrivate());
    return new Certificate(pair.getPrivate(), itself, itself);
  }

  /// One that this authority signs.
  ///
  /// @param names what it proves
  Certificate issue(String organization, List<Name> names) throws GeneralSecurityException {
    KeyPair pair = pair();
    byte[] extensions =
        Der.sequence(
            extension(
                SUBJECT_NAMES,
                false,
                Der.sequence(names.stream().map(Name::encoded).toArray(byte[][]::new))),
            extension(BASIC_CONSTRAINTS, true, Der.sequence()),
            extension(KEY_USAGE, true, Der.bits(7, new byte[] {(byte) 0x80})),
            extension(
                EXTENDED_KEY_USAGE,
                false,
                Der.sequence(Der.oid(SERVER_AUTH), Der.oid(CLIENT_AUTH))));
    byte[] subject = Der.sequence(part(ORGANIZATION, organization));
    byte[] issuer = itself.getSubjectX500Principal().getEncoded();
    return new Certificate(
        pair.getPrivate(), signed(issuer, subject, pair, extensions, key), itself);
  }

  /// What a certificate is for: an identity or a host.
  sealed interface Name {
    byte[] encoded();

    record Uri(String text) implements Name {
      @Override
      public byte[] encoded() {
        return Der.implicit(6, text);
      }
    }

    record Dns(String text) implements Name {
      @Override
      public byte[] encoded() {
        return Der.implicit(2, text);
      }
    }
  }

  /// The three files that a proxy is given.
  void write(Path directory) throws IOException, GeneralSecurityException {
    writeChain(directory.resolve("cert-chain.pem"));
    writeKey(directory.resolve("key.pem"));
    written(directory.resolve("root-cert.pem"), Pem.of("CERTIFICATE", anchor.getEncoded()));
  }

  void writeChain(Path file) throws IOException, GeneralSecurityException {
    written(file, Pem.of("CERTIFICATE", itself.getEncoded()));
  }

  void writeKey(Path file) throws IOException {
    written(file, Pem.of("PRIVATE KEY", key.getEncoded()));
  }

  private static void written(Path file, String text) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Files.writeString(file, text);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static X509Certificate signed(
      byte[] issuer, byte[] subject, KeyPair pair, byte[] extensions, PrivateKey signer)
      throws GeneralSecurityException {
    Instant now = Instant.now();
    byte[] algorithm = Der.sequence(Der.oid(ECDSA_WITH_SHA256));
    byte[] content =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(127, RANDOM).add(BigInteger.ONE)),
            algorithm,
            issuer,
            Der.sequence(Der.time(now.minus(EARLIER)), Der.time(now.plus(LATER))),
            subject,
            pair.getPublic().getEncoded(),
            Der.explicit(3, extensions));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer);
    signature.update(content);
    byte[] whole = Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] subject(String organization, String name) {
    return Der.sequence(part(ORGANIZATION, organization), part(COMMON_NAME, name));
  }

  private static byte[] part(String kind, String value) {
    return Der.set(Der.sequence(Der.oid(kind), Der.text(value)));
  }

  /// A flag that is false is left out, as the encoding has it.
  private static byte[] extension(String kind, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(kind), Der.bool(true), Der.octets(value))
        : Der.sequence(Der.oid(kind), Der.octets(value));
  }
}
