package io.meshc.lower.envoy.layout;

import io.meshc.dialect.envoy.bootstrap.Bootstrap;
import io.meshc.dialect.envoy.bootstrap.Bootstrap.Resources;
import io.meshc.lower.Output.Made;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.EnvoyOptions.Form;
import java.util.ArrayList;
import java.util.List;

/// The files of one Envoy.
public final class Layouts {
  private Layouts() {}

  public static List<Made> of(ProxyConfig config, EnvoyOptions options) {
    var files = new ArrayList<Made>();
    boolean json = options.form() == Form.JSON;
    String folder = config.proxy().folder() + "/";
    if (options.layout().isStatic()) {
      var resources = new Resources.Static(config.listeners(), config.clusters());
      var bootstrap = new Bootstrap(config.proxy().id(), config.proxy().admin(), resources);
      files.add(new Made(folder + "bootstrap" + ending(json), bootstrap.node(), json));
    }
    if (options.layout().isDiscovered()) {
      files.addAll(Discovered.of(config, options));
    }
    return files;
  }

  static String ending(boolean json) {
    return json ? ".json" : ".yaml";
  }
}
