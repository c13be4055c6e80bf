package io.meshc.cli;

import io.meshc.cli.envoy.EnvoyValidateCommand;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Options;
import io.meshc.cli.options.Stop;
import java.util.List;

/// `meshc envoy`: what asks a real Envoy.
final class EnvoyCommand implements Command {
  private final List<Command> commands;
  private final Options options =
      new Options("envoy", "asks a real Envoy what a configuration does");

  EnvoyCommand(Session session) {
    commands = List.of(new EnvoyValidateCommand(session), new EnvoySimulateCommand(session));
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public int run() {
    var names = commands.stream().map(it -> it.options().name()).toList();
    throw Stop.usage("no command given after `envoy`", "there is " + Choice.listed(names));
  }
}
