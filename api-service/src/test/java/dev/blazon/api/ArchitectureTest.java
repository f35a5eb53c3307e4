package dev.blazon.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: the house plan, held to. */
@AnalyzeClasses(packages = "dev.blazon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule a_shield_is_a_pure_function_and_knows_no_io_http_cache_or_dialect =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api.shield..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..",
              "java.net..",
              "java.nio..",
              "com.github..",
              "dev.blazon.api.dialect..",
              "dev.blazon.api.lookup..",
              "dev.blazon.api.imaging..",
              "dev.blazon.api.web..",
              "dev.blazon.imaging..");

  @ArchTest
  static final ArchRule only_the_imaging_room_reaches_the_imaging_service =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.imaging..", "dev.blazon.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.imaging..");

  @ArchTest
  static final ArchRule the_imaging_service_never_knows_the_api =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.imaging..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api..");

  @ArchTest
  static final ArchRule what_is_shared_knows_neither_service =
      noClasses()
          .that()
          .resideInAnyPackage("dev.blazon.badge..", "dev.blazon.service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.blazon.api..", "dev.blazon.imaging..");

  @ArchTest
  static final ArchRule nobody_but_the_wiring_knows_the_web =
      noClasses()
          .that()
          .resideInAPackage("dev.blazon.api..")
          .and()
          .resideOutsideOfPackages("dev.blazon.api.web..", "dev.blazon.api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.api.web..");

  @ArchTest
  static final ArchRule a_look_up_knows_neither_words_nor_pictures =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.blazon.api.lookup..", "dev.blazon.api.pypi..", "dev.blazon.api.downloads..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.blazon.api.dialect..", "dev.blazon.api.shield..", "dev.blazon.api.imaging..");
}
