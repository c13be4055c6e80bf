package io.meshc.write;

import io.meshc.lower.Output;
import io.meshc.lower.Output.Made;
import io.meshc.yaml.emit.Emit;
import io.meshc.yaml.emit.EmitJson;
import java.util.List;
import java.util.TreeMap;

/// The files of a target that is no dialect of Kubernetes → a tree of their texts.
public final class WriteFiles {
  private WriteFiles() {}

  public static Tree of(Output output) {
    var files = new TreeMap<String, String>();
    for (Made it : output.files()) {
      files.put(it.path(), it.json() ? EmitJson.json(it.node()) : Emit.quoted(it.node()));
    }
    return new Tree(files, List.of());
  }
}
