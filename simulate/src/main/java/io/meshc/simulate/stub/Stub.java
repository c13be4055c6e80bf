package io.meshc.simulate.stub;

import io.meshc.simulate.json.Json;
import io.meshc.simulate.pki.Authority;
import io.meshc.simulate.scenario.Scenario;
import io.meshc.simulate.wire.Message;
import io.meshc.yaml.Nodes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// One of them, on threads of this process.
public final class Stub implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int PATIENCE = 20_000;
  private static final int CHUNK = 4096;
  private static final Set<Integer> BODYLESS = Set.of(204, 304);

  private final Scenario.App app;
  private final ServerSocket server;
  private final AtomicInteger hits = new AtomicInteger();
  private final IdentityHashMap<Scenario.Reaction, Integer> used = new IdentityHashMap<>();

  private Stub(Scenario.App app, ServerSocket server) {
    this.app = app;
    this.server = server;
  }

  /// Binds and serves until it is closed.
  ///
  /// @throws IOException the address is taken, or cannot be had
  public static Stub start(Scenario.App app, Authority authority)
      throws IOException, GeneralSecurityException {
    ServerSocket server = socket(app, authority);
    try {
      server.bind(new InetSocketAddress(app.address(), app.port()), BACKLOG);
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "`" + app.name() + "` cannot listen at " + app.address() + ":" + app.port(), e);
    }
    var stub = new Stub(app, server);
    Thread.ofVirtual().start(stub::accept);
    return stub;
  }

  private static ServerSocket socket(Scenario.App app, Authority authority)
      throws IOException, GeneralSecurityException {
    if (app.serves().isEmpty()) {
      return new ServerSocket();
    }
    SSLContext context =
        switch (app.serves().get()) {
          case Scenario.Serves.AsWorkload it -> authority.workloadServer(it.identity());
          case Scenario.Serves.AsHost it -> authority.hostServer(it.directory());
        };
    var socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
    socket.setNeedClientAuth(app.serves().get() instanceof Scenario.Serves.AsWorkload);
    return socket;
  }

  public Scenario.App app() {
    return app;
  }

  /// How many requests have reached it; of TCP, connections.
  public int hits() {
    return hits.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException _) {
      // It is closed, whatever it says.
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException _) {
        // Closed, or a client that went away before it was let in.
      }
    }
  }

  /// A client that goes away is part of the tests.
  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(PATIENCE);
      connection.setTcpNoDelay(true);
      var in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      switch (app.speaks()) {
        case HTTP -> http(in, out);
        case TCP -> tcp(in, out, false);
        case TCP_SERVER_FIRST -> tcp(in, out, true);
        case EITHER -> {
          if (asks(in)) {
            http(in, out);
          } else {
            tcp(in, out, false);
          }
        }
      }
    } catch (IOException _) {
      // Nobody is there to be told.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether what comes begins as a request line does, with a word in capitals.
  private static boolean asks(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first >= 'A' && first <= 'Z';
  }

  private void tcp(InputStream in, OutputStream out, boolean greets) throws IOException {
    hits.incrementAndGet();
    byte[] name = (app.name() + ": ").getBytes(StandardCharsets.UTF_8);
    if (greets) {
      out.write((app.name() + ": ready\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] chunk = new byte[CHUNK];
    for (int length = in.read(chunk); length > 0; length = in.read(chunk)) {
      byte[] answer = new byte[name.length + length];
      System.arraycopy(name, 0, answer, 0, name.length);
      System.arraycopy(chunk, 0, answer, name.length, length);
      out.write(answer);
    }
  }

  private void http(InputStream in, OutputStream out) throws IOException, InterruptedException {
    while (true) {
      Optional<Message> request = Message.read(in, false);
      if (request.isEmpty() || !answer(request.get(), out)) {
        return;
      }
    }
  }

  /// Whether the connection goes on.
  private boolean answer(Message request, OutputStream out)
      throws IOException, InterruptedException {
    if (!request.word(2).startsWith("HTTP/1.")) {
      return false;
    }
    Scenario.Reaction reaction = hit(request.word(0), request.word(1));
    Thread.sleep(reaction.delayMillis());
    if (reaction.close()) {
      return false;
    }
    byte[] body = seen(request).getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + reaction.status()
            + " Stub\r\nx-stub-app: "
            + app.name()
            + "\r\ncontent-type: application/json\r\ncontent-length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    if (!request.word(0).equals("HEAD") && !BODYLESS.contains(reaction.status())) {
      out.write(body);
    }
    out.flush();
    return !request.headers().getOrDefault("connection", "").equalsIgnoreCase("close");
  }

  /// What it tells of a request, for whoever asked.
  private String seen(Message request) {
    return Json.of(
        Nodes.map()
            .put("app", app.name())
            .put("method", request.word(0))
            .put("path", request.word(1))
            .put("headers", Nodes.texts(request.headers()))
            .put("body", request.body())
            .build());
  }

  /// Counts it, and says what to do.
  private synchronized Scenario.Reaction hit(String method, String target) {
    hits.incrementAndGet();
    String path = List.of(target.split("\\?", 2)).getFirst();
    for (Scenario.Reaction it : app.reactions()) {
      boolean spent = used.getOrDefault(it, 0) >= it.first();
      if (!spent && covers(it, method, path)) {
        used.merge(it, 1, Integer::sum);
        return it;
      }
    }
    return new Scenario.Reaction("*", "", 1, 200, 0, false);
  }

  private static boolean covers(Scenario.Reaction reaction, String method, String path) {
    String pattern = reaction.path();
    boolean there =
        pattern.endsWith("*")
            ? path.startsWith(pattern.substring(0, pattern.length() - 1))
            : path.equals(pattern);
    return there && (reaction.method().isEmpty() || reaction.method().equals(method));
  }
}
