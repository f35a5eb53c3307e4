package dev.blazon.stats.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.blazon.stats", importOptions = DoNotIncludeTests.class)
final class SourcesKnowNoStoreTest {

  private static final String[] KNOWN_TO_SOURCES = {
    "java..",
    "com.fasterxml.jackson.core..",
    "io.vertx.core..",
    "dev.blazon.project",
    "dev.blazon.upstream",
    "dev.blazon.count",
    "dev.blazon.stats.source..",
  };

  @ArchTest
  static final ArchRule sources_know_protocols_and_counts_only =
      classes()
          .that()
          .resideInAPackage("dev.blazon.stats.source..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(KNOWN_TO_SOURCES)
          .andShould()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("java.sql..");

  @ArchTest
  static final ArchRule sources_do_not_know_each_other =
      slices()
          .matching("dev.blazon.stats.source.(*)")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              JavaClass.Predicates.resideInAPackage("dev.blazon.stats.source.remote"));

  @ArchTest
  static final ArchRule decisions_on_fetching_know_no_protocol =
      classes()
          .that()
          .resideInAPackage("dev.blazon.stats.demand")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.vertx.core",
              "org.slf4j",
              "dev.blazon.project",
              "dev.blazon.service..",
              "dev.blazon.count",
              "dev.blazon.stats.source",
              "dev.blazon.stats.demand");
}
