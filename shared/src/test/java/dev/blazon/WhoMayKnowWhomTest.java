package dev.blazon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.blazon", importOptions = DoNotIncludeTests.class)
final class WhoMayKnowWhomTest {

  @ArchTest
  static final ArchRule shared_knows_neither_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.blazon.api..", "dev.blazon.imaging..");

  @ArchTest
  static final ArchRule badges_know_nothing_of_running =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.badge")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.service");
}
