package io.meshc.cli.query;

import io.meshc.model.Identity;
import io.meshc.model.proxy.Token;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Question;
import io.meshc.validate.question.Question.Bearer;
import io.meshc.validate.question.Question.Gateway;
import io.meshc.validate.question.Question.More;
import io.meshc.validate.question.Question.Signature;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A request that was understood.
///
/// @param environment that the client stands in; `""` where the request does not say
public record Asked(String id, Question question, String environment) {
  public Asked(String id, Question question) {
    this(id, question, "");
  }

  /// A token, as RFC 9110 has it.
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /// A name, or an address of version 6 in brackets.
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252}[A-Za-z0-9_.])?|\\[[0-9A-Fa-f:.]+\\]");

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /// A request that makes no sense. @param message one line
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }

    public String message() {
      return String.valueOf(getMessage());
    }
  }

  public static Asked of(RequestLine line) throws Fault {
    if (!RequestLine.PROTOCOLS.contains(line.protocol())) {
      throw new Fault(
          "`" + line.protocol() + "` is not a protocol: http, http2, grpc, tcp, tls or udp");
    }
    boolean http = !List.of("tcp", "tls", "udp").contains(line.protocol());
    if (!line.path().startsWith("/")) {
      throw new Fault("`" + line.path() + "` is not a path, which starts with `/`");
    }
    for (String name : line.headers().keySet()) {
      if (!TOKEN.matcher(name).matches()) {
        throw new Fault("`" + name + "` is not the name of a header");
      }
    }
    if (http && (line.method().equals("*") || !TOKEN.matcher(line.method()).matches())) {
      throw new Fault("`" + line.method() + "` is not a method, such as `GET`");
    }
    var question =
        new Question(
            client(line.from()),
            host(line.to()),
            port(line.to()),
            http,
            http ? line.method() : "",
            line.authority().or(() -> hostHeader(line.headers())),
            http ? line.path() : "",
            line.headers(),
            line.plaintext(),
            more(line));
    return new Asked(line.id(), question, line.environment());
  }

  /// HTTP/1 says by it what later versions call the authority.
  private static Optional<String> hostHeader(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase("host") && it.getValue().size() == 1)
        .map(it -> it.getValue().getFirst())
        .findFirst();
  }

  private static More more(RequestLine line) throws Fault {
    Signature signature =
        switch (line.token()) {
          case "none" -> Signature.NONE;
          case "valid" -> Signature.VALID;
          case "invalid" -> Signature.INVALID;
          default -> throw new Fault("`" + line.token() + "` is not none, valid or invalid");
        };
    if (line.scheme().filter(it -> !it.equals("http") && !it.equals("https")).isPresent()) {
      throw new Fault("`" + line.scheme().get() + "` is not a scheme, http or https");
    }
    Optional<String> from =
        line.from().filter(it -> it.startsWith("ip:")).map(it -> it.substring("ip:".length()));
    for (Optional<String> it : List.of(from, line.sourceIp(), line.remoteIp())) {
      if (it.filter(address -> !isAddress(address)).isPresent()) {
        throw new Fault("`" + it.get() + "` is not an IP address");
      }
    }
    boolean udp = line.protocol().equals(More.UDP);
    return new More(
        udp ? Optional.of(More.UDP) : line.scheme(),
        line.sni(),
        line.sourceIp().or(() -> from),
        line.remoteIp(),
        new Bearer(signature, new Token(line.claims())),
        line.via().isEmpty() ? Optional.empty() : Optional.of(gateway(line.via())));
  }

  /// Nothing but digits, colons and dots, so that no name is ever looked up.
  private static boolean isAddress(String text) {
    boolean digits = ADDRESS.matcher(text).matches();
    try {
      return digits && !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Gateway gateway(String via) throws Fault {
    int slash = via.indexOf('/');
    if (slash <= 0 || slash == via.length() - 1) {
      throw new Fault("`" + via + "` is not a gateway, NAMESPACE/NAME");
    }
    return new Gateway(via.substring(0, slash), via.substring(slash + 1));
  }

  private static Client client(Optional<String> from) throws Fault {
    if (from.isEmpty()) {
      return new Client.Outside();
    }
    String text = from.get();
    if (text.startsWith("spiffe://")) {
      return Identity.parse(text)
          .<Client>map(Client.Foreign::new)
          .orElseThrow(() ->
              new Fault(
                  "`"
                      + text
                      + "` is not an identity such as `spiffe://cluster.local/ns/shop/sa/web`"));
    }
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    int slash = rest.indexOf('/');
    if (kind.equals("ip") && !rest.isEmpty()) {
      return new Client.Outside();
    }
    if (slash > 0 && slash < rest.length() - 1 && rest.indexOf('/', slash + 1) < 0) {
      String namespace = rest.substring(0, slash);
      String name = rest.substring(slash + 1);
      switch (kind) {
        case "sa" -> {
          return new Client.OfAccount(namespace, name);
        }
        case "workload" -> {
          return new Client.OfWorkload(namespace, name);
        }
        case "gateway" -> {
          return new Client.OfWorkload(namespace, name);
        }
        default -> {}
      }
    }
    throw new Fault(
        "`"
            + text
            + "` is not a client: sa:NAMESPACE/ACCOUNT, workload:NAMESPACE/NAME, ip:ADDRESS,"
            + " gateway:NAMESPACE/NAME or spiffe://…");
  }

  /// `web.shop:80` → `web.shop`; an IPv6 address stands in brackets.
  private static String host(String to) throws Fault {
    int colon = portColon(to);
    String host = colon < 0 ? to : to.substring(0, colon);
    if (!HOST.matcher(host).matches()) {
      throw new Fault("`" + to + "` is not a host, or a host and a port");
    }
    return host;
  }

  private static OptionalInt port(String to) throws Fault {
    int colon = portColon(to);
    if (colon < 0) {
      return OptionalInt.empty();
    }
    String port = to.substring(colon + 1);
    boolean number =
        port.length() <= 5
            && !port.isEmpty()
            && port.chars().allMatch(it -> it >= '0' && it <= '9');
    if (!number || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
      throw new Fault("`" + port + "` is not a port");
    }
    return OptionalInt.of(Integer.parseInt(port));
  }

  private static int portColon(String to) {
    int colon = to.lastIndexOf(':');
    return colon > to.lastIndexOf(']') ? colon : -1;
  }
}
