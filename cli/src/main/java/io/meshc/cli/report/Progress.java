package io.meshc.cli.report;

import java.io.PrintStream;

/// One line on a terminal that says what a long run is doing, and goes away with it. A short run shows nothing.
public final class Progress implements AutoCloseable {
  /// Shorter than this, nobody wonders.
  private static final int PATIENCE_MILLIS = 1_000;

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream to;
  private volatile String doing = "";
  private boolean over;
  private boolean shown;

  private Progress(PrintStream to) {
    this.to = to;
  }

  /// @param terminal whether a person looks at `to`; nothing is ever written otherwise
  public static Progress on(PrintStream to, boolean terminal) {
    var progress = new Progress(to);
    if (terminal) {
      Thread.ofPlatform().daemon().name("progress").start(progress::watch);
    }
    return progress;
  }

  /// @param what such as `checking 812 objects`
  public void say(String what) {
    doing = what;
  }

  private synchronized void watch() {
    try {
      String last = "";
      long since = System.nanoTime();
      while (!over) {
        wait(100);
        boolean late = (System.nanoTime() - since) / 1_000_000 >= PATIENCE_MILLIS;
        if (late && !over && !doing.equals(last)) {
          last = doing;
          shown = true;
          to.print(CLEAR + "meshc: " + Paint.harmless(last) + " …");
          to.flush();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Wipes the line: what comes next is the result.
  @Override
  public synchronized void close() {
    over = true;
    if (shown) {
      shown = false;
      to.print(CLEAR);
      to.flush();
    }
    notifyAll();
  }
}
