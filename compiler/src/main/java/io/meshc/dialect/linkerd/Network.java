package io.meshc.dialect.linkerd;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Addresses of clients or of servers.
///
/// @param cidr a block of addresses, or one address
/// @param except blocks or addresses of it that do not count
public record Network(Optional<At<String>> cidr, List<At<String>> except, Origin origin) {
  public Network {
    except = List.copyOf(except);
  }
}
