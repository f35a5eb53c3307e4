package dev.blazon.imaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.blazon", importOptions = DoNotIncludeTests.class)
final class WhoMayKnowWhomTest {

  @ArchTest
  static final ArchRule layout_depends_on_badges_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage("dev.blazon.imaging.layout")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.blazon.badge", "dev.blazon.imaging.layout");

  @ArchTest
  static final ArchRule the_svg_painter_knows_no_other_painter_and_no_library =
      classes()
          .that()
          .resideInAPackage("dev.blazon.imaging.svg")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "dev.blazon.badge", "dev.blazon.imaging.layout", "dev.blazon.imaging.svg");

  @ArchTest
  static final ArchRule charts_know_painters_parts_and_no_library =
      classes()
          .that()
          .resideInAPackage("dev.blazon.imaging.chart")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.blazon.badge",
              "dev.blazon.chart",
              "dev.blazon.imaging.chart",
              "dev.blazon.imaging.layout",
              "dev.blazon.imaging.svg",
              "dev.blazon.imaging.png..");

  @ArchTest
  static final ArchRule painters_and_logos_know_no_cache =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.blazon.imaging.chart",
              "dev.blazon.imaging.layout",
              "dev.blazon.imaging.svg",
              "dev.blazon.imaging.png..",
              "dev.blazon.imaging.logo")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.imaging.cache");

  @ArchTest
  static final ArchRule one_class_reaches_the_room_of_charts_so_that_it_is_loaded_late =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.blazon.imaging.chart..")
          .and()
          .haveNameNotMatching("dev\\.blazon\\.imaging\\.RoomOfCharts.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.blazon.imaging.chart..");
}
