package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.IdentityBinding;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A SPIFFE id of an IdentityBinding lacks its scheme. Page, examples, tests: SpiffeWithoutScheme.md, beside this file.
public final class SpiffeWithoutScheme implements ResourceRule<IdentityBinding> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4010", "spiffe-without-scheme", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<IdentityBinding> reads() {
    return IdentityBinding.class;
  }

  @Override
  public Stream<Finding> check(IdentityBinding binding, Checked input) {
    return binding.spiffeIdentities().stream()
        .filter(it -> !it.value().startsWith("spiffe://"))
        .map(it ->
            at(
                    it.origin(),
                    binding.meta().id(),
                    "`" + it.value() + "` has no scheme, and the SDK of SMI refuses it")
                .help("write `spiffe://" + it.value() + "`"));
  }
}
