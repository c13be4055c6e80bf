package io.meshc.rules;

import io.meshc.rules.hygiene.RepeatedObject;
import io.meshc.rules.hygiene.TemplatedSkipped;
import io.meshc.rules.hygiene.UnusedMatch;
import io.meshc.rules.hygiene.UnusedSuppression;
import io.meshc.rules.invalid.DuplicateKey;
import io.meshc.rules.invalid.DuplicateMatch;
import io.meshc.rules.invalid.DuplicateObject;
import io.meshc.rules.invalid.InvalidRegex;
import io.meshc.rules.invalid.InvalidValue;
import io.meshc.rules.invalid.MissingField;
import io.meshc.rules.invalid.NotAnObject;
import io.meshc.rules.invalid.NotText;
import io.meshc.rules.invalid.NotYaml;
import io.meshc.rules.invalid.SelectorMismatch;
import io.meshc.rules.invalid.UnknownField;
import io.meshc.rules.invalid.UnknownKind;
import io.meshc.rules.invalid.UnreadableFile;
import io.meshc.rules.portability.AmbiguousPathRegex;
import io.meshc.rules.portability.ImplicitNamespace;
import io.meshc.rules.portability.NotModelled;
import io.meshc.rules.portability.SplitMatchesIgnored;
import io.meshc.rules.reference.UnknownAccount;
import io.meshc.rules.reference.UnknownMatch;
import io.meshc.rules.reference.UnknownRouteGroup;
import io.meshc.rules.reference.UnknownService;
import io.meshc.rules.security.EmptySources;
import io.meshc.rules.security.ForeignDestination;
import io.meshc.rules.security.PermissiveMode;
import io.meshc.rules.security.RawTcpGranted;
import io.meshc.rules.security.UnguardedDestination;
import io.meshc.rules.security.UnstatedMode;
import io.meshc.rules.traffic.BackendWithoutPort;
import io.meshc.rules.traffic.EmptyRules;
import io.meshc.rules.traffic.NestedSplit;
import io.meshc.rules.traffic.OverlappingMatches;
import io.meshc.rules.traffic.ProbeWithoutPort;
import io.meshc.rules.traffic.RuleWithoutMatches;
import io.meshc.rules.traffic.ServiceSelectsNothing;
import io.meshc.rules.traffic.SplitConflict;
import io.meshc.rules.traffic.SplitWithoutWeight;
import io.meshc.rules.traffic.StrayEndpoints;
import io.meshc.rules.traffic.UndeclaredTargetPort;
import io.meshc.rules.traffic.UnreachableBackend;
import io.meshc.validate.rule.Rule;
import java.util.List;

/// Every rule that comes with meshc, by id. The one list: a rule that is not in here does not run.
public final class Catalog {
  private Catalog() {}

  public static final List<Rule> ALL =
      List.of(
          new NotYaml(),
          new NotText(),
          new NotAnObject(),
          new UnknownField(),
          new MissingField(),
          new InvalidValue(),
          new InvalidRegex(),
          new DuplicateKey(),
          new UnknownKind(),
          new DuplicateObject(),
          new UnreadableFile(),
          new DuplicateMatch(),
          new SelectorMismatch(),
          new EmptySources(),
          new ForeignDestination(),
          new UnguardedDestination(),
          new PermissiveMode(),
          new UnstatedMode(),
          new RawTcpGranted(),
          new SplitConflict(),
          new SplitWithoutWeight(),
          new UnreachableBackend(),
          new BackendWithoutPort(),
          new ServiceSelectsNothing(),
          new NestedSplit(),
          new EmptyRules(),
          new RuleWithoutMatches(),
          new OverlappingMatches(),
          new StrayEndpoints(),
          new ProbeWithoutPort(),
          new UndeclaredTargetPort(),
          new UnknownService(),
          new UnknownRouteGroup(),
          new UnknownMatch(),
          new UnknownAccount(),
          new AmbiguousPathRegex(),
          new NotModelled(),
          new ImplicitNamespace(),
          new SplitMatchesIgnored(),
          new UnusedMatch(),
          new UnusedSuppression(),
          new RepeatedObject(),
          new TemplatedSkipped());
}
