package io.meshc.simulate.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Makes certificates below one directory, with as many authorities as are named; each when it is first asked for.
///
/// A workload's lie at `<namespace>/<service account>/{cert-chain,key,root-cert}.pem`; those of other authorities and trust
/// domains below `other/`, where no configuration looks for them.
public final class Authority {
  /// The one that signs the workloads of the mesh.
  public static final String MESH = "mesh";

  private static final Pattern IDENTITY = Pattern.compile("ns/([^/]+)/sa/([^/]+)$");
  private static final Pattern UPWARDS = Pattern.compile("(^|/)\\.\\.?(/|$)");
  private static final char[] NO_PASSWORD = new char[0];

  private final Path directory;
  private final String trustDomain;
  private final Map<String, Certificate> anchors = new HashMap<>();
  private final Map<Path, Certificate> issued = new HashMap<>();

  public Authority(Path directory, String trustDomain) {
    this.directory = directory;
    this.trustDomain = trustDomain;
  }

  public Path directory() {
    return directory;
  }

  /// Whether a certificate can be made for it.
  public static boolean isIdentity(String text) {
    return IDENTITY.matcher(text).find() && !UPWARDS.matcher(text).find();
  }

  /// `ns/<namespace>/sa/<service account>` as a SPIFFE ID; one that is whole stays as it is.
  public String spiffe(String identity) {
    return identity.contains("://") ? identity : "spiffe://" + trustDomain + "/" + identity;
  }

  /// Writes the certificate of a workload, signed for the mesh.
  public void workload(String identity) throws IOException, GeneralSecurityException {
    workload(identity, MESH);
  }

  private synchronized Certificate workload(String identity, String authority)
      throws IOException, GeneralSecurityException {
    Matcher matcher = IDENTITY.matcher(identity);
    if (!matcher.find()) {
      throw new IOException("`" + identity + "` does not end in `ns/NAMESPACE/sa/ACCOUNT`");
    }
    String spiffe = spiffe(identity);
    String domain = spiffe.substring("spiffe://".length(), spiffe.indexOf('/', 9));
    Path place = directory;
    if (!domain.equals(trustDomain)) {
      place = place.resolve("other").resolve(domain);
    }
    if (!authority.equals(MESH)) {
      place = place.resolve("other").resolve(authority);
    }
    return issue(
        place.resolve(matcher.group(1)).resolve(matcher.group(2)),
        List.of(new Certificate.Name.Uri(spiffe)),
        authority);
  }

  /// Writes a certificate for hosts, at a directory below.
  public synchronized void server(String below, List<String> hosts, String authority)
      throws IOException, GeneralSecurityException {
    var names = new ArrayList<Certificate.Name>();
    hosts.forEach(it -> names.add(new Certificate.Name.Dns(it)));
    issue(directory.resolve(below), names, authority);
  }

  /// Writes a certificate that proves nothing, and its key, to these files.
  public synchronized void pair(Path chain, Path key) throws IOException, GeneralSecurityException {
    Certificate made =
        anchor(MESH).issue(trustDomain, List.of(new Certificate.Name.Dns("nothing.invalid")));
    made.writeChain(chain);
    made.writeKey(key);
  }

  /// Writes the certificate of the mesh's own authority to this file.
  public synchronized void root(Path file) throws IOException, GeneralSecurityException {
    anchor(MESH).writeChain(file);
  }

  /// A client of TLS.
  ///
  /// @param identity whose certificate it shows; `""` for none
  /// @param authority that signs it
  /// @param trusted whose certificates it takes
  public SSLContext client(String identity, String authority, String trusted)
      throws IOException, GeneralSecurityException {
    KeyStore keys = empty();
    if (!identity.isEmpty()) {
      own(keys, workload(identity, authority));
    }
    return context(keys, anchor(trusted));
  }

  /// A server of TLS with the certificate of a workload. Whether clients need one, its socket says.
  public SSLContext workloadServer(String identity) throws IOException, GeneralSecurityException {
    KeyStore keys = empty();
    own(keys, workload(identity, MESH));
    return context(keys, anchor(MESH));
  }

  /// A server of TLS with a certificate that [#server] has made.
  public synchronized SSLContext hostServer(String below)
      throws IOException, GeneralSecurityException {
    Certificate certificate = issued.get(directory.resolve(below));
    if (certificate == null) {
      throw new IOException("there is no certificate `" + below + "`");
    }
    KeyStore keys = empty();
    own(keys, certificate);
    return context(keys, anchor(MESH));
  }

  private Certificate issue(Path place, List<Certificate.Name> names, String authority)
      throws IOException, GeneralSecurityException {
    Certificate known = issued.get(place);
    if (known != null) {
      return known;
    }
    Certificate made = anchor(authority).issue(trustDomain, names);
    made.write(place);
    issued.put(place, made);
    return made;
  }

  private synchronized Certificate anchor(String name)
      throws IOException, GeneralSecurityException {
    Certificate known = anchors.get(name);
    if (known != null) {
      return known;
    }
    Certificate made = Certificate.authority(trustDomain, name + " throw-away authority");
    made.write(directory.resolve("ca").resolve(name));
    anchors.put(name, made);
    return made;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static void own(KeyStore keys, Certificate certificate) throws GeneralSecurityException {
    var chain = new java.security.cert.Certificate[] {certificate.itself()};
    keys.setKeyEntry("own", certificate.key(), NO_PASSWORD, chain);
  }

  private static SSLContext context(KeyStore keys, Certificate anchor)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, NO_PASSWORD);
    KeyStore trusted = empty();
    trusted.setCertificateEntry("anchor", anchor.itself());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
