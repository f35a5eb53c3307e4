package dev.blazon.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The allowed dependencies between all packages; {@code docs/architecture.md} has the diagram. */
@AnalyzeClasses(packages = "dev.blazon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] SHARED = {
    "dev.blazon.badge..",
    "dev.blazon.chart..",
    "dev.blazon.count..",
    "dev.blazon.project..",
    "dev.blazon.usage..",
    "dev.blazon.service.."
  };

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("dev.blazon.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shared_knows_no_module_above_it =
      noClasses()
          .that()
          .resideInAnyPackage(SHARED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.upstream..",
              "dev.blazon.imaging..",
              "dev.blazon.stats..",
              "dev.blazon.api..");

  @ArchTest
  static final ArchRule values_and_names_know_nothing_of_running =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.blazon.badge..",
              "dev.blazon.chart..",
              "dev.blazon.count..",
              "dev.blazon.project..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.service..");

  @ArchTest
  static final ArchRule upstream_knows_shared_only =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.upstream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.blazon.imaging..", "dev.blazon.stats..", "dev.blazon.api..");

  @ArchTest
  static final ArchRule imaging_knows_no_upstream_and_no_api =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.imaging..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.blazon.upstream..", "dev.blazon.stats..", "dev.blazon.api..");

  @ArchTest
  static final ArchRule only_the_imaging_room_and_the_wiring_reach_the_imaging_service =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.imaging..", "dev.blazon.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.imaging..");

  @ArchTest
  static final ArchRule only_the_stats_room_and_the_wiring_reach_the_stats_service =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api..")
          .and()
          .resideOutsideOfPackages(
              "dev.blazon.api.stats..", "dev.blazon.api.usage", "dev.blazon.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.stats..");

  @ArchTest
  static final ArchRule stats_knows_no_imaging_and_no_api =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.stats..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.blazon.imaging..", "dev.blazon.api..");

  @ArchTest
  static final ArchRule a_shield_is_a_pure_function =
      classes()
          .that()
          .resideInAPackage("dev.blazon.api.shield..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java.lang..")
                  .or(resideInAPackage("java.util.."))
                  .or(resideInAPackage("java.time.."))
                  .or(resideInAPackage("java.text.."))
                  .or(resideInAPackage("java.math.."))
                  .or(resideInAPackage("dev.blazon.badge.."))
                  .or(resideInAPackage("dev.blazon.project.."))
                  .or(resideInAPackage("dev.blazon.count.."))
                  .or(resideInAPackage("dev.blazon.api.shield.."))
                  .or(resideInAPackage("dev.blazon.api.pypi..")));

  @ArchTest
  static final ArchRule a_look_up_knows_neither_words_nor_pictures =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.blazon.api.lookup..", "dev.blazon.api.pypi..", "dev.blazon.api.endpoint..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.api.dialect..",
              "dev.blazon.api.shield..",
              "dev.blazon.api.imaging..",
              "dev.blazon.api.resolve..",
              "dev.blazon.api.rendered..");

  @ArchTest
  static final ArchRule a_dialect_reads_and_fetches_nothing =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api.dialect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..",
              "dev.blazon.upstream..",
              "dev.blazon.api.lookup.store..",
              "dev.blazon.api.imaging..",
              "dev.blazon.api.resolve..",
              "dev.blazon.api.rendered..");

  @ArchTest
  static final ArchRule resolving_knows_no_pictures_and_no_answers =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api.resolve..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.upstream..", "dev.blazon.api.imaging..", "dev.blazon.api.rendered..");

  @ArchTest
  static final ArchRule only_the_wiring_knows_the_web =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.web..", "dev.blazon.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api.web..");

  @ArchTest
  static final ArchRule only_the_web_knows_the_pages =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.web..", "dev.blazon.api.page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api.page..");

  @ArchTest
  static final ArchRule only_the_web_knows_the_reports =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.web..", "dev.blazon.api.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api.report..");

  @ArchTest
  static final ArchRule only_the_web_knows_the_charts =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.web..", "dev.blazon.api.chart..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api.chart..");

  @ArchTest
  static final ArchRule only_web_and_pages_know_the_calls_about_usage =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackages(
              "dev.blazon.api.web..",
              "dev.blazon.api.page..",
              "dev.blazon.api.usage.call..",
              "dev.blazon.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api.usage.call..");

  @ArchTest
  static final ArchRule asking_for_numbers_knows_no_answers =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api.question..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.api.imaging..", "dev.blazon.api.rendered..", "dev.blazon.api.dialect..");

  @ArchTest
  static final ArchRule comparing_knows_no_pages_and_no_pictures =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api.compare..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.api.imaging..",
              "dev.blazon.api.rendered..",
              "dev.blazon.api.dialect..",
              "io.vertx.core.http..");

  @ArchTest
  static final ArchRule only_the_store_knows_redis =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackage("dev.blazon.api.lookup.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.redis..");

  @ArchTest
  static final ArchRule only_the_painters_know_awt =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon..")
          .and()
          .resideOutsideOfPackages("dev.blazon.imaging..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.awt..");
}
