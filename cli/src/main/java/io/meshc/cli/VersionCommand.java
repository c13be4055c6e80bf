package io.meshc.cli;

import io.meshc.cli.report.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "version",
    description = "shows the version of meshc and of the schemas that it holds")
final class VersionCommand implements Runnable {
  private final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.out().println(Version.line());
    session.out().println("schemas: none");
  }
}
