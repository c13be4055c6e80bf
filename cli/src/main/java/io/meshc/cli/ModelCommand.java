package io.meshc.cli;

import io.meshc.cli.report.ModelTree;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "model",
    description = "shows the configuration as the vendor-neutral model",
    sortOptions = false)
final class ModelCommand implements Callable<Integer> {
  private final Session session;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--format", paramLabel = "FORMAT", description = "yaml or json")
  String format = "yaml";

  ModelCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Choice.of("--format", format, List.of("yaml", "json"));
    var tree = Inputs.readOne(input, session).tree();
    Understood understood =
        Pipeline.understand(tree.files(), tree.problems(), Inputs.settings(input));
    if (format.equals("json")) {
      ModelTree.json(understood.mesh(), session.out());
    } else {
      ModelTree.yaml(understood.mesh(), session.out());
    }
    return understood.isIncomplete() ? Exit.INCOMPLETE : Exit.OK;
  }
}
