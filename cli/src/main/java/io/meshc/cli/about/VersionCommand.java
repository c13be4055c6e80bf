package io.meshc.cli.about;

import io.meshc.cli.Session;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Options;
import io.meshc.cli.report.Version;
import io.meshc.validate.schema.BundledSchemas;

/// `meshc version`.
public final class VersionCommand implements Command {
  private final Session session;
  private final Options options =
      new Options("version", "shows the version of meshc and of the schemas that it holds");

  public VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    session.out().println(Version.line());
    BundledSchemas.sources().forEach(it -> session.out().println("schemas: " + it));
    return Exit.OK;
  }
}
