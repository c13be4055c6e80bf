package io.meshc.cli;

import io.meshc.cli.options.Command;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// `meshc query`.
final class QueryCommand implements Command {
  private final Session session;
  private final Options options =
      new Options(
          "query", "says whether a request may pass, where it goes, and which lines decide");

  final InputOptions input = new InputOptions(options);
  final Given<String> from =
      options.text(
          "--from=WHO",
          "",
          "sa:NAMESPACE/ACCOUNT, workload:NAMESPACE/NAME, ip:ADDRESS, spiffe://…, or outside");
  final Given<String> to = options.text("--to=HOST[:PORT]", "", "what the client calls");
  final Given<String> protocol =
      options.text("--protocol=PROTOCOL", "http", "http, http2, grpc, tcp or tls");
  final Given<String> method = options.text("--method=METHOD", "GET", "of HTTP");
  final Given<String> scheme = options.hidden("--scheme=SCHEME", "http", "http or https");
  final Given<String> authority =
      options.text("--authority=HOST", "", "the Host header; default: `--to`");
  final Given<String> path = options.text("--path=PATH", "/", "raw, with its query string");
  final Given<List<String>> headers = options.repeated("--header=NAME=VALUE", "repeatable");
  final Given<List<String>> claims =
      options.repeated("--claim=NAME=VALUE", "of the token; repeatable");
  final Given<String> token = options.hidden("--token=TOKEN", "none", "none, valid or invalid");
  final Given<String> sni = options.text("--sni=HOST", "", "of a TLS connection");
  final Given<String> sourceIp = options.text("--source-ip=ADDRESS", "", "of the client");
  final Given<String> remoteIp =
      options.text("--remote-ip=ADDRESS", "", "of the client behind proxies");
  final Given<String> via =
      options.text("--via=NAMESPACE/NAME", "", "the gateway that it comes through");
  final Given<Boolean> plaintext = options.flag("--plaintext", "the client's proxy is bypassed");
  final Given<String> requests =
      options.text(
          "--requests=FILE", "", "many requests, a line of JSON each; `-` for standard input");
  final Given<String> format = options.text("--format=FORMAT", "text", "text or json");
  final Given<String> expect =
      options.text("--expect=VERDICT", "", "allow or deny: exit with 1 for any other answer");

  QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    return Ask.run(this, session);
  }
}
