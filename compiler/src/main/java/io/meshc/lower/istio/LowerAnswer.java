package io.meshc.lower.istio;

import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.lower.Effect;
import io.meshc.lower.ExtensionLosses;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.Region;
import io.meshc.model.Extension;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.match.PathNormalization;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a plane does and no resource of Istio says: the answer to a denied client, the normalization of paths, and what meshc
/// cannot look into. Nothing is written; each is a loss.
final class LowerAnswer {
  private LowerAnswer() {}

  static Lowered<Output> lower(Translation translation) {
    var losses = new ArrayList<Loss>();
    for (Plane plane : translation.planes()) {
      if (plane.posture() != Plane.Posture.OPEN) {
        losses.addAll(denial(plane));
      }
      losses.addAll(normalization(plane));
    }
    if (translation.planes().stream().anyMatch(it -> translation.movesIn(it.id()))) {
      losses.addAll(existing(translation.resources()));
    }
    for (Extension extension : translation.mesh().extensions()) {
      if (isLost(extension, translation)) {
        losses.add(extension(extension));
      }
    }
    return new Lowered<>(Output.NONE, losses);
  }

  /// Objects of Istio that are there already and so far said nothing about the workloads that move.
  private static List<Loss> existing(Resources resources) {
    var losses = new ArrayList<Loss>();
    for (Resource resource : resources.all()) {
      ResourceId id = resource.meta().id();
      if (id.group().equals("security.istio.io") || id.group().equals("networking.istio.io")) {
        boolean everywhere = id.namespace().equals(Options.DEFAULT.rootNamespace());
        boolean routes = id.group().equals("networking.istio.io");
        Scope scope =
            everywhere || routes ? new Scope.Everywhere() : new Scope.InNamespace(id.namespace());
        losses.add(
            new Loss(
                resource.meta().origin(),
                Optional.of(id),
                Feature.EXTENSION.label(),
                Effect.WIDENS_ACCESS,
                Region.at(scope, Match.ANY),
                "it is in the repo already, and will hold for workloads that it does not touch"
                    + " today",
                "move it away, or see that it says what you mean for them"));
      }
    }
    return losses;
  }

  private static List<Loss> denial(Plane plane) {
    return switch (plane.denial()) {
      case FORBIDDEN -> List.of();
      case BY_ROUTE ->
          List.of(
              new Loss(
                  plane.origin(),
                  Optional.empty(),
                  Feature.DENIAL_ANSWER.label(),
                  Effect.CHANGES_ANSWER,
                  Region.NOTHING,
                  "denied HTTP requests get 403, also where the answer was 404 or a closed"
                      + " connection",
                  ""));
    };
  }

  /// Istio's default is BASE.
  private static List<Loss> normalization(Plane plane) {
    return switch (plane.normalization()) {
      case BASE -> List.of();
      case NONE ->
          List.of(
              normalization(
                  plane,
                  PathNormalization.BASE,
                  "paths were matched as they were sent, Istio first resolves `.` and `..`, `\\`"
                      + " and encoded plain characters, and sends on the result"));
      case MERGE_SLASHES, DECODE_AND_MERGE_SLASHES ->
          List.of(
              normalization(
                  plane,
                  plane.normalization(),
                  "paths were normalized further than Istio does by default"));
    };
  }

  private static Loss normalization(Plane plane, PathNormalization changed, String message) {
    return new Loss(
        plane.origin(),
        Optional.empty(),
        Feature.PATH_NORMALIZATION.label(),
        Effect.CHANGES_ANSWER,
        Region.requests(new Match.ChangedBy(changed)),
        message,
        "set `pathNormalization.normalization: "
            + plane.normalization()
            + "` in Istio's MeshConfig to keep it");
  }

  /// What decides nothing stays where it is if it is Istio's own. What a language says that meshes share belongs to a plane that none has
  /// taken for its own.
  private static boolean isLost(Extension extension, Translation translation) {
    PlaneId plane = extension.plane();
    boolean isOfNoMesh =
        !plane.equals(PlaneId.CLUSTER)
            && translation.mesh().planes().stream().noneMatch(it -> it.id().equals(plane));
    return isOfNoMesh
        || (extension.decides() ? translation.moves(plane) : translation.movesIn(plane));
  }

  private static Loss extension(Extension extension) {
    return extension.decides()
        ? new Loss(
            extension.origin(),
            Optional.of(extension.resource()),
            Feature.EXTENSION.label(),
            Effect.WIDENS_ACCESS,
            Region.at(extension.scope(), Match.ANY),
            extension.what() + " is not carried over: what it denied is allowed by what remains",
            "set it up in Istio by hand")
        : ExtensionLosses.of(extension, "Istio");
  }
}
