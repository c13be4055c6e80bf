package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;

/// A fault is none that Envoy can inject. Page, examples, tests: InvalidFault.md, beside this file.
public final class InvalidFault implements ResourceRule<VirtualService> {
  private static final Set<String> GRPC =
      Set.of(
          "OK",
          "CANCELLED",
          "UNKNOWN",
          "INVALID_ARGUMENT",
          "DEADLINE_EXCEEDED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "PERMISSION_DENIED",
          "RESOURCE_EXHAUSTED",
          "FAILED_PRECONDITION",
          "ABORTED",
          "OUT_OF_RANGE",
          "UNIMPLEMENTED",
          "INTERNAL",
          "UNAVAILABLE",
          "DATA_LOSS",
          "UNAUTHENTICATED");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0145", "invalid-fault", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      if (route.fault().isEmpty()) {
        continue;
      }
      HttpRoute.Fault fault = route.fault().get();
      if (fault.abort().isEmpty() && fault.delay().isEmpty()) {
        found.say(fault.origin(), "the fault has neither `abort` nor `delay`");
      }
      fault.abort().ifPresent(abort -> abort(abort, found));
      fault.delay().ifPresent(delay -> delay(delay, found));
    }
    return found.stream();
  }

  private static void abort(HttpRoute.Abort abort, Findings found) {
    abort.percentage().ifPresent(share -> share(share, found));
    if (abort.http2Error().isPresent()) {
      found.say(abort.http2Error().get().origin(), "`http2Error` is not supported by Istio");
    }
    if (abort.grpcStatus().isPresent() && !GRPC.contains(abort.grpcStatus().get().value())) {
      found.say(
          abort.grpcStatus().get().origin(),
          "`" + abort.grpcStatus().get().value() + "` is no status of gRPC, such as `UNAVAILABLE`");
    }
    if (abort.httpStatus().isPresent()) {
      long status = abort.httpStatus().get().value();
      if (status < 200 || status > 600) {
        found.say(abort.httpStatus().get().origin(), "status " + status + " is not in 200 to 599");
      }
    }
  }

  private static void delay(HttpRoute.Delay delay, Findings found) {
    delay.percentage().ifPresent(share -> share(share, found));
    if (delay.exponentialDelay().isPresent()) {
      found.say(
          delay.exponentialDelay().get().origin(), "`exponentialDelay` is not supported by Istio");
    }
    found.duration(delay.fixedDelay());
  }

  private static void share(HttpRoute.Percent share, Findings found) {
    if (share.value().isEmpty()) {
      return;
    }
    BigDecimal value = share.value().get().value();
    if (value.signum() < 0
        || value.compareTo(BigDecimal.valueOf(100)) > 0
        || value.signum() > 0 && value.compareTo(new BigDecimal("0.0001")) < 0) {
      found.say(
          share.value().get().origin(),
          "percentage " + value.toPlainString() + " is neither 0 nor in 0.0001 to 100");
    }
  }
}
