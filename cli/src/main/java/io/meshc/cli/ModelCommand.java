package io.meshc.cli;

import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.report.ModelTree;
import java.util.List;

/// `meshc model`.
final class ModelCommand implements Command {
  private final Session session;
  private final Options options =
      new Options("model", "shows the configuration as the vendor-neutral model");

  final InputOptions input;
  final Given<String> format;

  ModelCommand(Session session) {
    this.session = session;
    input = new InputOptions(options, session);
    format = options.text("--format=FORMAT", "yaml", "yaml or json");
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    Choice.of("--format", format.get(), List.of("yaml", "json"));
    var cluster = Inputs.cluster(input, session);
    var only = Inputs.readOne(input, session).only();
    Understood understood =
        Pipeline.understand(
            only.tree().files(), only.tree().problems(), only.settings(), cluster.get());
    if (format.get().equals("json")) {
      ModelTree.json(understood.mesh(), session.out());
    } else {
      ModelTree.yaml(understood.mesh(), session.out());
    }
    return understood.isIncomplete() ? Exit.INCOMPLETE : Exit.OK;
  }
}
