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

  final InputOptions input;
  final Given<String> from;
  final Given<String> to;
  final Given<String> protocol;
  final Given<String> method;
  final Given<String> scheme;
  final Given<String> authority;
  final Given<String> path;
  final Given<List<String>> headers;
  final Given<List<String>> claims;
  final Given<String> token;
  final Given<String> sni;
  final Given<String> sourceIp;
  final Given<String> remoteIp;
  final Given<String> via;
  final Given<Boolean> plaintext;
  final Given<String> requests;
  final Given<String> format;
  final Given<String> expect;

  QueryCommand(Session session) {
    this.session = session;
    input = new InputOptions(options, session);
    from =
        options.text(
            "--from=WHO",
            "",
            "sa:NAMESPACE/ACCOUNT, workload:NAMESPACE/NAME, ip:ADDRESS, spiffe://…, or outside");
    to = options.text("--to=HOST[:PORT]", "", "what the client calls");
    protocol = options.text("--protocol=PROTOCOL", "http", "http, http2, grpc, tcp, tls or udp");
    method = options.text("--method=METHOD", "GET", "of HTTP");
    scheme =
        options.text("--scheme=SCHEME", "", "http, or https for HTTP within TLS of the client");
    authority = options.text("--authority=HOST", "", "the Host header; default: `--to`");
    path = options.text("--path=PATH", "/", "raw, with its query string");
    headers = options.repeated("--header=NAME=VALUE", "repeatable");
    claims = options.repeated("--claim=NAME=VALUE", "of the token; repeatable");
    token =
        options.text(
            "--token=TOKEN", "none", "none, valid or invalid: whether its signature holds");
    sni = options.text("--sni=HOST", "", "of a TLS connection");
    sourceIp = options.text("--source-ip=ADDRESS", "", "of the client");
    remoteIp = options.text("--remote-ip=ADDRESS", "", "of the client behind proxies");
    via = options.text("--via=NAMESPACE/NAME", "", "the gateway that it comes through");
    plaintext = options.flag("--plaintext", "the client's proxy is bypassed");
    requests =
        options.text(
            "--requests=FILE",
            "",
            "many requests, a line of JSON each; `-` for standard input; all are read before the"
                + " first answer");
    format = options.text("--format=FORMAT", "text", "text or json");
    expect =
        options.text("--expect=VERDICT", "", "allow or deny: exit with 1 for any other answer");
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
