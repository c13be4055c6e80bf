package io.meshc.model.proxy;

import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;
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
  /// @param verification how it is done
  /// @param elsewhere the token is not looked for in the `Authorization` header
  public record Issuer(
      String name,
      List<String> audiences,
      boolean elsewhere,
      boolean forwards,
      Set<String> writes,
      Set<String> splits,
      Verification verification,
      Origin origin) {
    public Issuer {
      audiences = List.copyOf(audiences);
      writes = Set.copyOf(writes);
      splits = Set.copyOf(splits);
    }

    /// One of which nobody says how tokens are verified.
    public Issuer(
        String name,
        List<String> audiences,
        boolean elsewhere,
        boolean forwards,
        Set<String> writes,
        Set<String> splits,
        Origin origin) {
      this(name, audiences, elsewhere, forwards, writes, splits, Verification.UNSAID, origin);
    }

    public boolean isOf(Token token) {
      return name.isEmpty() || token.issuer().map(name::equals).orElse(false);
    }

    public boolean takes(Token token) {
      return audiences.isEmpty() || token.audiences().stream().anyMatch(audiences::contains);
    }
  }

  /// Where keys and tokens are, and where what is in them goes: nothing that a decision depends on.
  ///
  /// @param keys the key set itself; `""` where it is fetched
  /// @param keysFrom from where it is fetched; `""` where nobody says
  /// @param headers that hold a token, by what stands before it; none for the usual places
  /// @param payloadHeader that gets all claims; `""` for none
  /// @param claimHeaders claims by the header that gets them
  public record Verification(
      String keys,
      String keysFrom,
      List<TokenHeader> headers,
      List<String> parameters,
      List<String> cookies,
      String payloadHeader,
      Map<String, String> claimHeaders) {
    public static final Verification UNSAID =
        new Verification("", "", List.of(), List.of(), List.of(), "", Map.of());

    public Verification {
      headers = List.copyOf(headers);
      parameters = List.copyOf(parameters);
      cookies = List.copyOf(cookies);
      claimHeaders = Map.copyOf(claimHeaders);
    }
  }

  /// @param prefix what stands before the token
  public record TokenHeader(String name, String prefix) {}
}
