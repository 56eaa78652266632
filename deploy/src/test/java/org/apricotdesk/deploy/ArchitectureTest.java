package org.apricotdesk.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import org.junit.jupiter.api.Test;

/// Who may use whom, and what a class may be called.
class ArchitectureTest {
  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  /// Where the page templates become classes.
  private static final String GENERATED = "org.apricotdesk.desk.pages";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(
              location -> !location.contains("test-jar") && !isTestJar(location.toString()))
          .importPackages("org.apricotdesk");

  private static boolean isTestJar(String location) {
    return location.contains("-tests.jar") || location.contains(File.separator + "test-classes");
  }

  @Test
  void modules_use_each_other_in_one_direction() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("config")
        .definedBy("org.apricotdesk.config..")
        .layer("knowledge")
        .definedBy("org.apricotdesk.knowledge..")
        .layer("desk")
        .definedBy("org.apricotdesk.desk..")
        .layer("bot")
        .definedBy("org.apricotdesk.bot..")
        .layer("deploy")
        .definedBy("org.apricotdesk.deploy..")
        .whereLayer("config")
        .mayNotAccessAnyLayer()
        .whereLayer("knowledge")
        .mayOnlyAccessLayers("config")
        .whereLayer("desk")
        .mayOnlyAccessLayers("knowledge", "config")
        .whereLayer("bot")
        .mayOnlyAccessLayers("desk", "knowledge", "config")
        .whereLayer("deploy")
        .mayNotBeAccessedByAnyLayer()
        .check(OURS);
  }

  @Test
  void packages_of_a_module_form_no_circles() {
    for (var module : new String[] {"config", "knowledge", "desk", "bot", "deploy"}) {
      slices()
          .matching("org.apricotdesk." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .check(OURS);
    }
  }

  @Test
  void the_simulator_knows_nothing_of_the_product_it_tests() {
    noClasses()
        .that()
        .resideInAPackage("org.apricotdesk.bot.simulator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apricotdesk.desk..",
            "org.apricotdesk.bot.dialogue..",
            "org.apricotdesk.bot.inbox..",
            "org.apricotdesk.bot.delivery..")
        .check(OURS);
  }

  @Test
  void the_desk_knows_nothing_of_the_platform() {
    noClasses()
        .that()
        .resideInAPackage("org.apricotdesk.desk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("me.chanjar..")
        .check(OURS);
  }

  @Test
  void classes_have_names_that_say_something() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)").check(OURS);
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..common..", "..helper..", "..manager..", "..impl..", "..dto..")
        .check(OURS);
  }

  @Test
  void time_comes_from_the_clock_that_is_handed_in() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.apricotdesk.desk..",
            "org.apricotdesk.bot.dialogue..",
            "org.apricotdesk.bot.inbox..",
            "org.apricotdesk.bot.notice..",
            "org.apricotdesk.bot.delivery..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .check(OURS);
  }

  @Test
  void only_the_edge_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.apricotdesk.deploy..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(OURS);
  }

  @Test
  void every_package_says_what_it_is_for() {
    var silent =
        OURS.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(any -> !any.getName().startsWith(GENERATED))
            .filter(any -> any.tryGetPackageInfo().isEmpty() || !any.isAnnotatedWith(NULL_MARKED))
            .map(any -> any.getName());

    assertThat(silent).isEmpty();
  }
}
