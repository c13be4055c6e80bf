package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.smi.IdentityBinding;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.model.Assumptions;
import io.meshc.model.Identity;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern.Exact;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The IdentityBindings of the environment: whom each of them means, as a client and as a destination. Its schemes are
/// alternatives, and it speaks for its own namespace alone. Source: SMI Traffic Access v1alpha4, "IdentityBinding".
final class Bindings {
  private final Map<ResourceId, IdentityBinding> bindings = new HashMap<>();
  private final Resources resources;
  private final Assumptions assumptions;

  private Bindings(Resources resources, Assumptions assumptions) {
    this.resources = resources;
    this.assumptions = assumptions;
  }

  static Bindings of(Resources resources, Assumptions assumptions) {
    var bindings = new Bindings(resources, assumptions);
    resources.of(IdentityBinding.class).forEach(it -> bindings.bindings.put(it.meta().id(), it));
    return bindings;
  }

  static ResourceId id(String namespace, String name) {
    return new ResourceId(SmiGroups.ACCESS, "IdentityBinding", namespace, name);
  }

  Optional<IdentityBinding> get(ResourceId id) {
    return Optional.ofNullable(bindings.get(id));
  }

  /// What the bindings themselves name, and where they overstep.
  void declare(Ledger ledger, List<Problem> problems) {
    for (IdentityBinding binding : bindings.values()) {
      String namespace = binding.meta().namespace();
      binding
          .serviceAccount()
          .ifPresent(it ->
              ledger.add(
                  new DeclaredReference(
                      binding.meta().id(),
                      new ResourceId("", "ServiceAccount", namespace, it.value()),
                      "bound account",
                      it.origin())));
      for (At<String> id : binding.spiffeIdentities()) {
        if (!maySpeakFor(binding, id.value())) {
          problems.add(
              new Problem(
                      Problem.Kind.INVALID_VALUE,
                      id.origin(),
                      "`"
                          + id.value()
                          + "` is of another namespace, for which no binding here speaks",
                      "an IdentityBinding in that namespace may name it")
                  .in(binding.meta().id()));
        }
      }
    }
  }

  /// Why servers may refuse it: the text of SMI and the webhook of its SDK differ. Empty where they agree.
  static Optional<String> contested(IdentityBinding binding) {
    String what = "IdentityBinding `" + label(binding) + "`";
    if (binding.serviceAccount().isPresent() && !binding.podLabels().isEmpty()) {
      return Optional.of(
          "the SDK of SMI refuses "
              + what
              + ", which names an account and labels: its text does not");
    }
    boolean bare =
        binding.spiffeIdentities().stream().anyMatch(it -> !it.value().startsWith("spiffe://"));
    return bare
        ? Optional.of(
            "the SDK of SMI refuses "
                + what
                + ", which has ids without `spiffe://`: its text does not")
        : Optional.empty();
  }

  /// The clients that it means. A mesh knows a client by its certificate, which names an account and no labels.
  Match clients(IdentityBinding binding) {
    Match meant = meant(binding);
    return contested(binding)
        .filter(_ -> !meant.equals(Match.NONE))
        .<Match>map(it -> new Match.Unclear(Match.NONE, meant, it))
        .orElse(meant);
  }

  private Match meant(IdentityBinding binding) {
    var each = new ArrayList<Match>();
    binding.serviceAccount().ifPresent(it -> each.add(account(binding, it.value())));
    binding.spiffeIdentities().stream()
        .map(At::value)
        .filter(it -> maySpeakFor(binding, it))
        .forEach(
            it -> each.add(new Match.OnIdentity(new Exact(IdentityBinding.withoutScheme(it)))));
    if (!binding.podLabels().isEmpty()) {
      each.add(labelled(binding));
    }
    return Match.oneOf(each);
  }

  /// The workloads that it means. Of a SPIFFE id of another trust domain there is none here.
  List<Scope> workloads(IdentityBinding binding) {
    String namespace = binding.meta().namespace();
    var scopes = new ArrayList<Scope>();
    binding
        .serviceAccount()
        .ifPresent(it -> scopes.add(new Scope.OfAccount(namespace, it.value())));
    binding.spiffeIdentities().stream()
        .flatMap(it -> Identity.parse(it.value()).stream())
        .filter(it -> it.trustDomain().equals(assumptions.trustDomain()))
        .filter(it -> it.namespace().equals(namespace))
        .forEach(it -> scopes.add(new Scope.OfAccount(namespace, it.account())));
    if (!binding.podLabels().isEmpty()) {
      scopes.add(new Scope.Selected(namespace, labels(binding)));
    }
    return scopes.stream().distinct().toList();
  }

  private boolean maySpeakFor(IdentityBinding binding, String spiffe) {
    return Identity.parse(spiffe)
        .filter(it -> it.trustDomain().equals(assumptions.trustDomain()))
        .map(it -> it.namespace().equals(binding.meta().namespace()))
        .orElse(true);
  }

  private Match account(IdentityBinding binding, String account) {
    var identity = new Identity(assumptions.trustDomain(), binding.meta().namespace(), account);
    return new Match.OnIdentity(new Exact(identity.text()));
  }

  private static Map<String, String> labels(IdentityBinding binding) {
    var labels = new TreeMap<String, String>();
    binding.podLabels().forEach((name, value) -> labels.put(name, value.value()));
    return labels;
  }

  /// How many workloads run as an account, and how many of them have the labels.
  private record Account(int all, int labelled) {
    static Account of(boolean labelled) {
      return new Account(1, labelled ? 1 : 0);
    }

    Account and(Account other) {
      return new Account(all + other.all, labelled + other.labelled);
    }
  }

  /// The accounts of the Pods with these labels. One that other Pods run as too is not known to be meant, and where no Pods
  /// of the repo have the labels, anybody of the namespace may be meant whom the repo does not show.
  private Match labelled(IdentityBinding binding) {
    Map<String, Account> accounts = accounts(binding);
    var meant = new ArrayList<Match>();
    accounts.forEach((name, account) -> {
      Match client = account(binding, name);
      if (account.labelled() == account.all()) {
        meant.add(client);
      } else if (account.labelled() > 0) {
        meant.add(new Match.Unclear(Match.NONE, client, shared(binding, name)));
      }
    });
    if (!meant.isEmpty() || assumptions.closed()) {
      return Match.oneOf(meant);
    }
    List<Match> shown = accounts.keySet().stream().map(it -> account(binding, it)).toList();
    Match here = new Match.OnSourceNamespace(new Exact(binding.meta().namespace()));
    Match mayBe = shown.isEmpty() ? here : Match.all(here, new Match.Not(Match.oneOf(shown)));
    return new Match.Unclear(
        Match.NONE,
        mayBe,
        "no workload of the repo has the labels of IdentityBinding `" + label(binding) + "`");
  }

  private Map<String, Account> accounts(IdentityBinding binding) {
    Map<String, String> labels = labels(binding);
    var accounts = new TreeMap<String, Account>();
    for (WorkloadObject workload : resources.of(WorkloadObject.class)) {
      boolean here = workload.meta().namespace().equals(binding.meta().namespace());
      workload
          .pod()
          .filter(_ -> here)
          .ifPresent(pod ->
              accounts.merge(
                  pod.serviceAccount().map(At::value).orElse("default"),
                  Account.of(hasLabels(pod, labels)),
                  Account::and));
    }
    return accounts;
  }

  private static boolean hasLabels(PodTemplate pod, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(it ->
            Optional.ofNullable(pod.labels().get(it.getKey()))
                .map(has -> has.value().equals(it.getValue()))
                .orElse(false));
  }

  private static String shared(IdentityBinding binding, String account) {
    return "account `"
        + binding.meta().namespace()
        + "/"
        + account
        + "` runs Pods with the labels of IdentityBinding `"
        + label(binding)
        + "` and others, and no certificate tells them apart";
  }

  private static String label(IdentityBinding binding) {
    return binding.meta().namespace() + "/" + binding.meta().name();
  }
}
