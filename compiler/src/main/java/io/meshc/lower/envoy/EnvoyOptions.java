package io.meshc.lower.envoy;

import io.meshc.lower.envoy.placement.Placement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the user said of the Envoys.
///
/// @param captures connections are brought to the proxies by the network, so that they listen at two ports; absent where the
///     placement says it: it gives addresses, or it does not
/// @param endpoints how strictly they have to be known
/// @param only these workloads, `namespace/name`; empty for all
/// @param certificates the folder below which each account has its own; absent where the placement says it
/// @param discoveryFolder where the files will lie; `""` where Envoy is started in the folder of its own
/// @param contrib the Envoys have the filters that the ordinary build lacks
/// @param hardens paths that may dodge a policy are refused, whatever the source mesh does
/// @param inputs digests of what is translated, by its path below what the user named
public record EnvoyOptions(
    Layout layout,
    Form form,
    Placement placement,
    Optional<Boolean> captures,
    Endpoints endpoints,
    Set<String> only,
    Optional<String> certificates,
    String discoveryFolder,
    boolean contrib,
    boolean hardens,
    Map<String, String> inputs) {
  public static final EnvoyOptions DEFAULT =
      new EnvoyOptions(
          Layout.BOTH,
          Form.YAML,
          Placement.NONE,
          Optional.empty(),
          Endpoints.DNS,
          Set.of(),
          Optional.empty(),
          "",
          false,
          false,
          Map.of());

  public EnvoyOptions {
    only = Set.copyOf(only);
    inputs = Map.copyOf(inputs);
  }

  /// The same of these inputs.
  public EnvoyOptions of(Map<String, String> others) {
    return new EnvoyOptions(
        layout,
        form,
        placement,
        captures,
        endpoints,
        only,
        certificates,
        discoveryFolder,
        contrib,
        hardens,
        others);
  }

  public enum Layout {
    /// One file that holds all.
    STATIC,
    /// Files of discovery.
    XDS,
    BOTH;

    public boolean isStatic() {
      return this != XDS;
    }

    public boolean isDiscovered() {
      return this != STATIC;
    }
  }

  public enum Form {
    YAML,
    JSON
  }

  public enum Endpoints {
    /// What is not known is looked up by its name.
    DNS,
    /// Likewise, where no EndpointSlice says it.
    SLICES,
    /// What is not known is a loss.
    STRICT
  }

  public EnvoyOptions at(Placement where) {
    return new EnvoyOptions(
        layout,
        form,
        where,
        captures,
        endpoints,
        only,
        certificates,
        discoveryFolder,
        contrib,
        hardens,
        inputs);
  }

  public EnvoyOptions hardened() {
    return new EnvoyOptions(
        layout,
        form,
        placement,
        captures,
        endpoints,
        only,
        certificates,
        discoveryFolder,
        contrib,
        true,
        inputs);
  }

  /// Whether the proxies of a fleet take what the network brings them.
  public boolean isCapturing() {
    return captures.orElseGet(
        () -> placement.workloads().stream().allMatch(it -> it.addresses().isEmpty()));
  }

  /// `/etc/meshc/certs`
  public String certificatesFolder() {
    return certificates.or(placement::certificates).orElse("/etc/meshc/certs");
  }
}
