package io.meshc.dialect.istio.proxy;

import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.Optional;

/// A WebAssembly module and how it runs. A WasmPlugin has these fields beside its own.
public record Wasm(
    Optional<At<String>> url,
    Optional<At<String>> sha256,
    Optional<At<String>> imagePullPolicy,
    Optional<At<String>> imagePullSecret,
    Optional<At<String>> verificationKey,
    Optional<At<Node>> pluginConfig,
    Optional<At<String>> pluginName,
    Optional<At<FailStrategy>> failStrategy,
    Optional<At<Type>> type,
    Optional<VmConfig> vmConfig,
    Origin origin) {

  public enum FailStrategy {
    FAIL_CLOSE,
    FAIL_OPEN,
    FAIL_RELOAD
  }

  public enum Type {
    UNSPECIFIED_PLUGIN_TYPE,
    HTTP,
    NETWORK
  }

  public enum ValueFrom {
    INLINE,
    HOST
  }

  public record VmConfig(List<EnvVar> env, Origin origin) {
    public VmConfig {
      env = List.copyOf(env);
    }
  }

  public record EnvVar(
      Optional<At<String>> name,
      Optional<At<ValueFrom>> valueFrom,
      Optional<At<String>> value,
      Origin origin) {}
}
