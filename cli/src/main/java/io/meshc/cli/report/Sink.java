package io.meshc.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Remembers that writing failed, which a PrintStream keeps to itself: a result that nobody got is no result.
public final class Sink extends OutputStream {
  private final OutputStream to;
  private Optional<IOException> failure = Optional.empty();

  public Sink(OutputStream to) {
    this.to = to;
  }

  /// Empty too where the reader had enough and left, as `head` does.
  public Optional<IOException> failure() {
    return failure.filter(it -> !String.valueOf(it.getMessage()).contains("Broken pipe"));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      to.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }
}
