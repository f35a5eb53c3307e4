package dev.blazon.api.shield;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects for tests: one without facts, and copies of it with single facts. */
record Facts(Project project) {

  private static final Release EMPTY =
      new Release("1.0", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  static Facts none() {
    return new Facts(
        new Project(
            "demo",
            EMPTY,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  Facts version(String version) {
    return release(
        new Release(version, Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
  }

  Facts uploaded(String instant) {
    return release(
        new Release(
            "1.0",
            Optional.of(Instant.parse(instant)),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  Facts yanked(String reason) {
    return release(
        new Release("1.0", Optional.empty(), Optional.of(reason), Optional.empty(), List.of()));
  }

  Facts requiresPython(String required) {
    return release(
        new Release("1.0", Optional.empty(), Optional.empty(), Optional.of(required), List.of()));
  }

  /** Files of these types, separated by blanks, one byte each. */
  Facts fileTypes(String types) {
    return files(words(types).map(type -> new ReleaseFile(type, "demo-1.0", 1)).toList());
  }

  /** Files of these names, separated by blanks, of this size. */
  Facts fileNames(String names, long size) {
    return files(words(names).map(name -> new ReleaseFile(type(name), name, size)).toList());
  }

  Facts files(List<ReleaseFile> files) {
    return release(new Release("1.0", Optional.empty(), Optional.empty(), Optional.empty(), files));
  }

  /** Classifiers separated by semicolons. */
  Facts classifiers(String classifiers) {
    List<String> all =
        Stream.of(classifiers.split(";", -1)).map(String::strip).filter(c -> !c.isEmpty()).toList();
    return with(project.license(), project.licenseExpression(), all);
  }

  Facts license(String license) {
    return with(Optional.of(license), project.licenseExpression(), project.classifiers());
  }

  Facts licenseExpression(String expression) {
    return with(project.license(), Optional.of(expression), project.classifiers());
  }

  Facts counts(int releases, int dependencies, int extras, int vulnerabilities) {
    return new Facts(
        new Project(
            project.name(),
            project.release(),
            Optional.empty(),
            releases,
            project.license(),
            project.licenseExpression(),
            project.classifiers(),
            Optional.of(dependencies),
            extras,
            Optional.of(Stream.generate(() -> "PYSEC-2024-1").limit(vulnerabilities).toList()),
            Optional.of(2),
            project.status()));
  }

  Facts status(String status) {
    return new Facts(
        new Project(
            project.name(),
            project.release(),
            Optional.empty(),
            0,
            project.license(),
            project.licenseExpression(),
            project.classifiers(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.of(status)));
  }

  private Facts release(Release release) {
    return new Facts(
        new Project(
            project.name(),
            release,
            Optional.empty(),
            0,
            project.license(),
            project.licenseExpression(),
            project.classifiers(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private Facts with(
      Optional<String> license, Optional<String> expression, List<String> classifiers) {
    return new Facts(
        new Project(
            project.name(),
            project.release(),
            Optional.empty(),
            0,
            license,
            expression,
            classifiers,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
  }

  private static String type(String name) {
    if (name.endsWith(".whl")) {
      return "bdist_wheel";
    }
    return name.endsWith(".egg") ? "bdist_egg" : "sdist";
  }
}
