package io.meshc.model.proxy;

import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Set;

/// Which tokens the workloads of a scope take. A request without a token passes; one with a token that no issuer vouches for
/// does not. Several policies at a workload add up.
public record TokenPolicy(
    ResourceId resource, PlaneId plane, Scope scope, List<Issuer> issuers, Origin origin) {
  public TokenPolicy {
    issuers = List.copyOf(issuers);
  }

  /// @param name as claim `iss` has it; `""` for any
  /// @param audiences any of which a token has to name; none for all tokens
  /// @param forwards the token goes on to the next server
  /// @param writes headers, in lower case, that get what is in the token
  /// @param splits claims whose texts are lists with blanks between
  /// @param elsewhere the token is not looked for in the `Authorization` header
  public record Issuer(
      String name,
      List<String> audiences,
      boolean elsewhere,
      boolean forwards,
      Set<String> writes,
      Set<String> splits,
      Origin origin) {
    public Issuer {
      audiences = List.copyOf(audiences);
      writes = Set.copyOf(writes);
      splits = Set.copyOf(splits);
    }

    public boolean isOf(Token token) {
      return name.isEmpty() || token.issuer().map(name::equals).orElse(false);
    }

    public boolean takes(Token token) {
      return audiences.isEmpty() || token.audiences().stream().anyMatch(audiences::contains);
    }
  }
}
