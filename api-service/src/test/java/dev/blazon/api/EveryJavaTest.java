package dev.blazon.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.blazon.api.testing.OnEveryJava;

/** Which tests run on the newest Java of the machine too. */
@AnalyzeClasses(packages = "dev.blazon.api", importOptions = ImportOption.OnlyIncludeTests.class)
class EveryJavaTest {

  @ArchTest
  static final ArchRule whoever_starts_a_service_as_a_process_is_among_them =
      noClasses()
          .that()
          .areNotAnnotatedWith(OnEveryJava.class)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.blazon.api.ServiceProcess");
}
