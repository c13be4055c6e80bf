package io.meshc.rules.linkerd.value;

import io.meshc.model.match.AddressBlock;
import io.meshc.validate.schema.Addresses;
import java.util.Optional;

/// Addresses and blocks of them, as Linkerd reads them.
public final class Networks {
  private Networks() {}

  /// An address or a block of addresses; empty for what is neither.
  public static Optional<AddressBlock> block(String text) {
    boolean isOne = Addresses.isV4(text) || Addresses.isV6(text) || Addresses.isRange(text);
    return isOne ? AddressBlock.of(text) : Optional.empty();
  }

  /// Whether every address of a block is in another.
  public static boolean covers(AddressBlock whole, AddressBlock part) {
    byte[] left = whole.bytes();
    byte[] right = part.bytes();
    if (left.length != right.length || whole.bits() > part.bits()) {
      return false;
    }
    for (int bit = 0; bit < whole.bits(); bit++) {
      int mask = 0x80 >> bit % 8;
      if ((left[bit / 8] & mask) != (right[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
