package io.meshc.cli.envoy;

import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// The options of `translate --to envoy` alone.
public final class EnvoyArguments {
  final Given<String> layout;
  final Given<String> placement;
  final Given<Boolean> capture;
  final Given<Boolean> bind;
  final Given<String> endpoints;
  final Given<List<String>> workloads;
  final Given<String> certs;
  final Given<String> sds;
  final Given<String> version;
  final Given<Boolean> contrib;
  final Given<String> emit;
  final Given<Boolean> harden;

  public EnvoyArguments(Options options) {
    layout =
        options.text(
            "--layout=LAYOUT",
            "both",
            "envoy: one file for each proxy, files of discovery, or both: static, xds or both");
    placement =
        options.text(
            "--placement=FILE",
            "",
            "envoy: where workloads run; .meshc/placement.yaml below the input, if it is there");
    capture = options.flag("--capture", "envoy: the network brings connections to the proxies");
    bind = options.flag("--bind", "envoy: the proxies listen at each port by itself");
    endpoints =
        options.text(
            "--endpoints=SOURCE",
            "dns",
            "envoy: what stands for addresses that nobody says: dns, slices or strict");
    workloads =
        options.separated("--workload=NAMESPACE/NAME", "envoy: only this workload; repeatable");
    certs = options.text("--certs=DIR", "", "envoy: where certificates will lie");
    sds = options.text("--sds=DIR", "", "envoy: where the files of discovery will lie");
    version =
        options.text("--target-version=VERSION", "1.40", "envoy: the oldest version that runs");
    contrib =
        options.flag("--envoy-contrib", "envoy: it has the filters of MySQL, Postgres and Kafka");
    emit = options.text("--emit=FORM", "yaml", "envoy: yaml or json");
    harden =
        options.flag(
            "--harden", "envoy: refuse paths that may be read in two ways, and make others plain");
  }
}
