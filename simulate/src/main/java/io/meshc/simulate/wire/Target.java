package io.meshc.simulate.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Where a request is sent to, and how the connection is made.
///
/// @param millis after which nothing more is waited for
public record Target(String address, int port, Optional<Tls> tls, int millis) {

  /// @param serverName that is asked for; `""` for none
  /// @param protocols that are offered for what is inside
  public record Tls(SSLContext context, String serverName, List<String> protocols) {
    public Tls {
      protocols = List.copyOf(protocols);
    }
  }

  /// A connection. What it is about is not looked at: the address alone says whom to talk to.
  Socket connect() throws IOException {
    var plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address, port), millis);
      plain.setSoTimeout(millis);
      plain.setTcpNoDelay(true);
      return tls.isPresent() ? secured(plain, tls.get()) : plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private Socket secured(Socket plain, Tls wanted) throws IOException {
    var socket =
        (SSLSocket) wanted.context().getSocketFactory().createSocket(plain, address, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(
        wanted.serverName().isEmpty() ? List.of() : List.of(new SNIHostName(wanted.serverName())));
    if (!wanted.protocols().isEmpty()) {
      parameters.setApplicationProtocols(wanted.protocols().toArray(new String[0]));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
