package io.meshc.cli.envoy;

import io.meshc.cli.Session;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Paint;
import io.meshc.simulate.run.ValidateTree;
import io.meshc.simulate.run.Validation;
import java.nio.file.Path;
import java.util.Map;

/// `meshc envoy validate`.
public final class EnvoyValidateCommand implements Command {
  private final Session session;
  private final Options options =
      new Options("validate", "lets Envoy itself judge every bootstrap below a directory");

  final Given<String> directory =
      options.word("DIR", "what `meshc translate --to envoy` has written, or any other tree");
  final RealEnvoy envoy;

  public EnvoyValidateCommand(Session session) {
    this.session = session;
    envoy = new RealEnvoy(options, session);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    Path program = envoy.program();
    ValidateTree.Judged judged =
        ValidateTree.run(program, session.file(directory.get()), envoy.time());
    return switch (judged) {
      case ValidateTree.Judged.Unusable it -> throw Stop.incomplete(it.message(), it.help());
      case ValidateTree.Judged.Done it -> report(it.validations());
    };
  }

  private int report(Map<String, Validation> validations) {
    if (validations.isEmpty()) {
      throw Stop.usage(
          "there is no bootstrap below `" + directory.get() + "`",
          "a bootstrap is a file `bootstrap.yaml` or `bootstrap.json`, and not in a folder `xds`");
    }
    int refused = 0;
    int deprecated = 0;
    for (Map.Entry<String, Validation> it : validations.entrySet()) {
      Validation validation = it.getValue();
      refused += validation.refused().isPresent() ? 1 : 0;
      deprecated += validation.deprecated().isEmpty() ? 0 : 1;
      validation.refused().ifPresent(why -> line(it.getKey() + ": Envoy refuses it: " + why));
      validation.deprecated().forEach(field -> line(it.getKey() + ": deprecated: " + field));
    }
    session
        .out()
        .println(
            (validations.size() == 1 ? "1 bootstrap: " : validations.size() + " bootstraps: ")
                + (validations.size() - refused)
                + " accepted, "
                + refused
                + " refused, "
                + deprecated
                + " with deprecated fields");
    return refused + deprecated == 0 ? Exit.OK : Exit.FINDINGS;
  }

  private void line(String text) {
    session.out().println(Paint.harmless(text));
  }
}
