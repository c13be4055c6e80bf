package io.meshc.model.server;

import io.meshc.model.PlaneId;
import io.meshc.model.match.AddressBlock;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;

/// What clients of a namespace may call outside of the cluster.
///
/// @param global it is for the clients of every namespace that has none of its own
/// @param networks any of which holds the addresses that it is about
/// @param allows what no rule mentions
public record Egress(
    ResourceId resource,
    PlaneId plane,
    boolean global,
    List<Network> networks,
    At<Boolean> allows,
    Origin origin) {
  public Egress {
    networks = List.copyOf(networks);
  }

  public record Network(AddressBlock block, List<AddressBlock> except) {
    public Network {
      except = List.copyOf(except);
    }

    public boolean holds(String address) {
      return block.contains(address) && except.stream().noneMatch(it -> it.contains(address));
    }
  }
}
