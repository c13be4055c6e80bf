package io.meshc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "query",
    description = "says whether a request may pass, where it goes, and which lines decide",
    sortOptions = false)
final class QueryCommand implements Callable<Integer> {
  private final Session session;

  @Mixin InputOptions input = new InputOptions();

  @Option(
      names = "--from",
      paramLabel = "WHO",
      description =
          "sa:NAMESPACE/ACCOUNT, workload:NAMESPACE/NAME, ip:ADDRESS, spiffe://…, or outside")
  String from = "";

  @Option(names = "--to", paramLabel = "HOST[:PORT]", description = "what the client calls")
  String to = "";

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "http, http2, grpc, tcp or tls")
  String protocol = "http";

  @Option(names = "--method", paramLabel = "METHOD", description = "of HTTP")
  String method = "GET";

  @Option(names = "--scheme", paramLabel = "SCHEME", description = "http or https", hidden = true)
  String scheme = "http";

  @Option(
      names = "--authority",
      paramLabel = "HOST",
      description = "the Host header; default: `--to`")
  String authority = "";

  @Option(names = "--path", paramLabel = "PATH", description = "raw, with its query string")
  String path = "/";

  @Option(names = "--header", paramLabel = "NAME=VALUE", description = "repeatable")
  List<String> headers = new ArrayList<>();

  @Option(names = "--claim", paramLabel = "NAME=VALUE", description = "of the token; repeatable")
  List<String> claims = new ArrayList<>();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "none, valid or invalid",
      hidden = true)
  String token = "none";

  @Option(names = "--sni", paramLabel = "HOST", description = "of a TLS connection")
  String sni = "";

  @Option(names = "--source-ip", paramLabel = "ADDRESS", description = "of the client")
  String sourceIp = "";

  @Option(
      names = "--remote-ip",
      paramLabel = "ADDRESS",
      description = "of the client behind proxies")
  String remoteIp = "";

  @Option(
      names = "--via",
      paramLabel = "NAMESPACE/NAME",
      description = "the gateway that it comes through")
  String via = "";

  @Option(names = "--plaintext", description = "the client's proxy is bypassed")
  boolean plaintext;

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      description = "many requests, a line of JSON each; `-` for standard input")
  String requests = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json")
  String format = "text";

  @Option(
      names = "--expect",
      paramLabel = "VERDICT",
      description = "allow or deny: exit with 1 for any other answer")
  String expect = "";

  QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return Ask.run(this, session);
  }
}
