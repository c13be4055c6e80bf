package io.meshc.model.match;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// Addresses with the same first bits, such as `10.1.0.0/16`; of one address all bits count.
///
/// @param bytes of the address, 4 or 16
/// @param bits how many count
public record AddressBlock(byte[] bytes, int bits) {
  public AddressBlock {
    bytes = bytes.clone();
  }

  /// Empty where the text is neither an address nor a block of them. Never asks a name server.
  public static Optional<AddressBlock> of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Optional<byte[]> bytes = bytes(address);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    int all = bytes.get().length * 8;
    String bits = slash < 0 ? String.valueOf(all) : text.substring(slash + 1);
    boolean number = bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= all;
    return number
        ? Optional.of(new AddressBlock(bytes.get(), Integer.parseInt(bits)))
        : Optional.empty();
  }

  /// Whether an address is in the block; no text that is no address is.
  public boolean contains(String address) {
    return bytes(address).map(this::contains).orElse(false);
  }

  /// Whether every address of the other block is in this one.
  public boolean covers(AddressBlock other) {
    return other.bits >= bits && contains(other.bytes);
  }

  /// Whether any address is in both.
  public boolean meets(AddressBlock other) {
    return covers(other) || other.covers(this);
  }

  private boolean contains(byte[] other) {
    if (other.length != bytes.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((other[bit / 8] & mask) != (bytes[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> bytes(String address) {
    try {
      return Optional.of(InetAddress.ofLiteral(address).getAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressBlock that
        && bits == that.bits
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) * 31 + bits;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += bytes.length == 4 ? 1 : 2) {
      text.append(i == 0 ? "" : bytes.length == 4 ? "." : ":");
      text.append(
          bytes.length == 4
              ? String.valueOf(bytes[i] & 0xff)
              : Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
    }
    return text.append('/').append(bits).toString();
  }
}
