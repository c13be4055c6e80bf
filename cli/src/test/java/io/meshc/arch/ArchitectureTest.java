package io.meshc.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/// The arrows between the modules, and what is deliberately absent. The vendors' mutual blindness is
/// in VendorsTest.
@AnalyzeClasses(packages = "io.meshc", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule model_stands_on_the_jdk_jspecify_and_re2j =
      classes()
          .that()
          .resideInAnyPackage("io.meshc.source..", "io.meshc.diag..", "io.meshc.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.meshc.source..",
              "io.meshc.diag..",
              "io.meshc.model..",
              "java..",
              "org.jspecify..",
              "com.google.re2j..");

  @ArchTest
  static final ArchRule compiler_sees_nothing_that_judges =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.meshc.read..",
              "io.meshc.yaml..",
              "io.meshc.dialect..",
              "io.meshc.normalize..",
              "io.meshc.link..",
              "io.meshc.lower..",
              "io.meshc.write..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.meshc.validate..", "io.meshc.rules..", "io.meshc.simulate..", "io.meshc.cli..")
          .because("what a configuration means does not depend on what we think of it");

  @ArchTest
  static final ArchRule rules_see_words_and_meaning_but_not_the_way_between =
      noClasses()
          .that()
          .resideInAnyPackage("io.meshc.validate.rule..", "io.meshc.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.meshc.normalize..", "io.meshc.link..", "io.meshc.lower..");

  /// Verification reads the losses that a translation reports (`io.meshc.lower`), but no back end.
  @ArchTest
  static final ArchRule validators_see_no_front_end_and_no_back_end =
      noClasses()
          .that()
          .resideInAnyPackage("io.meshc.validate..", "io.meshc.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.meshc.read..",
              "io.meshc.normalize.*..",
              "io.meshc.link..",
              "io.meshc.lower.*..",
              "io.meshc.write..",
              "io.meshc.cli..");

  @ArchTest
  static final ArchRule validators_know_no_rule =
      noClasses()
          .that()
          .resideInAPackage("io.meshc.validate..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.meshc.rules..");

  /// It runs what others have made, so that it can say of any configuration what a proxy does with it.
  @ArchTest
  static final ArchRule simulation_sees_no_meaning =
      noClasses()
          .that()
          .resideInAPackage("io.meshc.simulate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.meshc.model..",
              "io.meshc.read..",
              "io.meshc.dialect..",
              "io.meshc.normalize..",
              "io.meshc.link..",
              "io.meshc.lower..",
              "io.meshc.write..",
              "io.meshc.validate..",
              "io.meshc.rules..",
              "io.meshc.cli..");

  @ArchTest
  static final ArchRule only_the_command_line_simulates =
      only("io.meshc.simulate..", "io.meshc.cli..", "io.meshc.simulate..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.meshc.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule snakeyaml_only_in_yaml = only("org.snakeyaml..", "io.meshc.yaml..");

  @ArchTest
  static final ArchRule cel_only_where_rules_of_definitions_are_asked =
      only("dev.cel..", "io.meshc.validate.schema.cel..");

  @ArchTest static final ArchRule picocli_only_in_cli = only("picocli..", "io.meshc.cli..");

  @ArchTest
  static final ArchRule json_only_at_the_edges =
      only("tools.jackson..", "io.meshc.cli..", "io.meshc.validate.rego..");

  @ArchTest
  static final ArchRule git_only_where_we_read = only("org.eclipse.jgit..", "io.meshc.read..");

  @ArchTest
  static final ArchRule the_middle_touches_neither_files_nor_processes_nor_the_network =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.meshc.read..",
              "io.meshc.write..",
              "io.meshc.simulate..",
              "io.meshc.cli..",
              "io.meshc.validate.rego..")
          .should()
          .dependOnClassesThat(reachOutside())
          .because("what cannot reach outside cannot fail, and gives the same each time");

  @ArchTest
  static final ArchRule names_come_from_the_field =
      noClasses()
          .should()
          .haveNameMatching(".*[.$]((Abstract\\w*)|(\\w*(Utils?|Manager|Impl|Helpers?)))");

  @ArchTest
  static final ArchRule every_package_is_null_marked = classes().should(haveANullMarkedPackage());

  @ArchTest
  static void a_package_has_at_most_25_types(JavaClasses all) {
    var sizes =
        all.stream()
            .filter(it -> it.isTopLevelClass() && !isPackageInfo(it))
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    sizes.values().removeIf(it -> it <= 25);
    assertThat(sizes).as("packages of more than 25 types").isEmpty();
  }

  private static ArchRule only(String library, String... users) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(users)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /// Streams themselves are no matter: a resource on the class path is read through one too.
  private static DescribedPredicate<JavaClass> reachOutside() {
    return DescribedPredicate.describe(
        "reach files, processes or the network",
        it ->
            it.getName()
                .matches(
                    "java\\.nio\\.file\\..*|java\\.nio\\.channels\\..*"
                        + "|java\\.io\\.(File.*|RandomAccessFile|Console|PrintStream)"
                        + "|java\\.net\\.http\\..*|java\\.net\\.(.*Socket|.*URLConnection)"
                        + "|java\\.lang\\.Process(Builder)?"));
  }

  private static ArchCondition<JavaClass> haveANullMarkedPackage() {
    return ArchCondition.from(
        DescribedPredicate.describe(
            "have a package-info annotated @NullMarked",
            it -> it.getPackage().isAnnotatedWith(NullMarked.class)));
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
