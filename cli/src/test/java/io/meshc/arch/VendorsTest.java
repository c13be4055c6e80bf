package io.meshc.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// No vendor sees another: what two of them share goes through the model, else n dialects would cost
/// n × n translations.
@AnalyzeClasses(packages = "io.meshc", importOptions = DoNotIncludeTests.class)
final class VendorsTest {

  private static final Pattern VENDOR =
      Pattern.compile(
          "io\\.meshc\\.(dialect|normalize|lower)"
              + "\\.(kubernetes|smi|istio|linkerd|osm|gateway|envoy|flagger|mcs)\\b.*");

  /// Whose dialect records a vendor reads beside its own: what SMI resources mean depends on
  /// OSM's settings (decision 0006). Everyone sees `dialect.kubernetes` and `dialect.gateway`, and whoever implements the
  /// Gateway API sees what its text makes of it, too (decision 0016).
  private static final Map<String, Set<String>> SPEAKS_TOO = Map.of("smi", Set.of("osm"));

  private static final Set<String> IMPLEMENT_GATEWAYS = Set.of("istio", "linkerd", "osm");

  @ArchTest
  static final ArchRule vendors_are_blind_to_each_other =
      classes().that().haveNameMatching(VENDOR.pattern()).should(seeNoOtherVendor());

  private static ArchCondition<JavaClass> seeNoOtherVendor() {
    return new ArchCondition<>("see no other vendor") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (var dependency : type.getDirectDependenciesFromSelf()) {
          if (!allowed(dependency)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean allowed(Dependency dependency) {
    var from = vendorOf(dependency.getOriginClass()).orElseThrow();
    var targetClass = dependency.getTargetClass();
    var to = vendorOf(targetClass).orElse(from);
    if (to.equals(from)) {
      return true;
    }
    var isRecordOfTheirs = targetClass.getPackageName().startsWith("io.meshc.dialect.");
    var isSharedReading = targetClass.getPackageName().startsWith("io.meshc.normalize.gateway");
    if (isSharedReading) {
      return IMPLEMENT_GATEWAYS.contains(from);
    }
    var speaksIt = SPEAKS_TOO.getOrDefault(from, Set.of()).contains(to);
    return isRecordOfTheirs && (to.equals("kubernetes") || to.equals("gateway") || speaksIt);
  }

  private static Optional<String> vendorOf(JavaClass type) {
    var matcher = VENDOR.matcher(type.getName());
    return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
  }
}
