package dev.blazon.stats;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.blazon.stats", importOptions = DoNotIncludeTests.class)
final class WhoMayKnowWhomTest {

  @ArchTest
  static final ArchRule only_the_store_knows_sql =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.blazon.stats.store", "dev.blazon.stats.usage.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..", "org.postgresql..", "com.zaxxer..");

  @ArchTest
  static final ArchRule packed_bytes_know_the_jdk_only =
      classes()
          .that()
          .resideInAPackage("dev.blazon.stats.packed")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.blazon.count", "dev.blazon.stats.packed");

  @ArchTest
  static final ArchRule the_store_knows_neither_sources_nor_imports_nor_questions =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.stats.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.stats.source..",
              "dev.blazon.stats.download",
              "dev.blazon.stats.query",
              "io.vertx..");

  @ArchTest
  static final ArchRule sources_know_neither_store_nor_imports =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.stats.source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.stats.store",
              "dev.blazon.stats.download",
              "dev.blazon.stats.query",
              "dev.blazon.stats.packed");

  @ArchTest
  static final ArchRule the_web_knows_neither_store_nor_sources_nor_imports =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.stats.web")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.stats",
              "dev.blazon.stats.store",
              "dev.blazon.stats.source..",
              "dev.blazon.stats.download",
              "dev.blazon.stats.demand",
              "dev.blazon.stats.query",
              "dev.blazon.stats.packed");

  @ArchTest
  static final ArchRule only_the_wiring_knows_the_web =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.blazon.stats", "dev.blazon.stats.web")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.stats.web");

  @ArchTest
  static final ArchRule who_decides_what_is_fetched_when_knows_neither_store_nor_protocols =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.stats.demand")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.stats.store",
              "dev.blazon.stats.download",
              "dev.blazon.stats.query",
              "dev.blazon.stats.packed",
              "dev.blazon.stats.schedule",
              "dev.blazon.stats.source.*..",
              "dev.blazon.upstream");

  @ArchTest
  static final ArchRule the_schedule_knows_neither_readers_nor_clients_of_sources =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.stats.schedule")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.stats.demand",
              "dev.blazon.stats.query",
              "dev.blazon.stats.packed",
              "dev.blazon.stats.web",
              "dev.blazon.stats.source.clickhouse",
              "dev.blazon.stats.source.bigquery",
              "dev.blazon.stats.source.series",
              "dev.blazon.upstream",
              "io.vertx..");

  @ArchTest
  static final ArchRule nothing_here_knows_badges_imaging_or_the_api =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.blazon.badge", "dev.blazon.imaging..", "dev.blazon.api..");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("dev.blazon.stats.(*)..").should().beFreeOfCycles();
}
