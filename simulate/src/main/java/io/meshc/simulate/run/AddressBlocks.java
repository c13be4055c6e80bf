package io.meshc.simulate.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Each declared block of loopback addresses, such as `127.0.1`, and the free one that stands for it in this run.
///
/// A block is held by listening at its last address, so that no other run takes it.
final class AddressBlocks implements AutoCloseable {
  /// The same as other programs of this kind hold, so that they see each other.
  private static final int HELD = 20_999;

  private static final int ATTEMPTS = 200;
  private static final Pattern BLOCK = Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<ServerSocket> holders = new ArrayList<>();
  private final Map<String, String> moved = new LinkedHashMap<>();

  private AddressBlocks() {}

  static AddressBlocks take(List<String> declared) throws CannotRun {
    var blocks = new AddressBlocks();
    try {
      for (String block : declared) {
        if (!BLOCK.matcher(block).matches()) {
          throw new CannotRun("address block `" + block + "` is not like `127.0.1`");
        }
        blocks.moved.put(block, blocks.free());
      }
      return blocks;
    } catch (CannotRun e) {
      blocks.close();
      throw e;
    }
  }

  private String free() throws CannotRun {
    for (int i = 0; i < ATTEMPTS; i++) {
      String block = "127." + (16 + RANDOM.nextInt(235)) + "." + (1 + RANDOM.nextInt(250));
      if (moved.containsValue(block)) {
        continue;
      }
      try {
        holders.add(new ServerSocket(HELD, 1, InetAddress.getByName(block + ".254")));
        return block;
      } catch (IOException _) {
        // Another run has it.
      }
    }
    throw new CannotRun(
        "no free block of loopback addresses was found",
        "the whole of 127.0.0.0/8 has to be this machine's own, as it is on Linux");
  }

  /// The text with every address of a declared block moved.
  String apply(String text) {
    if (moved.isEmpty()) {
      return text;
    }
    var any = new ArrayList<String>();
    moved.keySet().forEach(it -> any.add(Pattern.quote(it)));
    Matcher matcher =
        Pattern.compile("(?<![0-9])(?<![0-9]\\.)(" + String.join("|", any) + ")(?=\\.[0-9])")
            .matcher(text);
    return matcher.replaceAll(it -> moved.getOrDefault(it.group(1), it.group(1)));
  }

  @Override
  public void close() {
    for (ServerSocket it : holders) {
      try {
        it.close();
      } catch (IOException _) {
        // Let go of all the same.
      }
    }
  }
}
