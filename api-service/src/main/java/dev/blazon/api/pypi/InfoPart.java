package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the {@code info} object of a PyPI document. */
final class InfoPart implements JsonPart {

  /** Some projects put the whole licence here; shields need only its name, in characters. */
  private static final int MAX_LICENSE = 1_000;

  private final Consumer<String> atVersion;
  private final List<String> classifiers = new ArrayList<>();
  private final Requirements requirements = new Requirements();
  private final AboutPart about = new AboutPart();
  private Optional<String> name = Optional.empty();
  private Optional<String> version = Optional.empty();
  private Optional<String> license = Optional.empty();
  private Optional<String> licenseExpression = Optional.empty();
  private Optional<String> requiresPython = Optional.empty();
  private Optional<String> yankedReason = Optional.empty();
  private Optional<String> status = Optional.empty();
  private boolean yanked;
  private boolean hasRequirements;

  /**
   * @param atVersion receives the version as soon as it is read
   */
  InfoPart(Consumer<String> atVersion) {
    this.atVersion = atVersion;
  }

  @Override
  public JsonPart part(String field) {
    return switch (field) {
      case "classifiers" -> new TextsPart(this::addClassifier);
      case "requires_dist" -> {
        hasRequirements = true;
        yield new TextsPart(requirements::addRequirement);
      }
      case "provides_extra" -> new TextsPart(requirements::addExtra);
      case "project_urls" -> about.links();
      case "project_status", "project-status" -> new StatusPart(text -> status = text);
      default -> SKIPPED;
    };
  }

  @Override
  public void value(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "name" -> name = given(parser);
      case "version" -> {
        version = given(parser);
        version.ifPresent(atVersion);
      }
      case "license" -> license = given(parser).map(InfoPart::cut);
      case "license_expression" -> licenseExpression = given(parser).map(InfoPart::cut);
      case "requires_python" -> requiresPython = given(parser);
      // PyPI writes null for a release that requires nothing.
      case "requires_dist" -> hasRequirements = true;
      case "yanked" -> yanked = JsonPart.isTrue(parser);
      case "yanked_reason" -> yankedReason = given(parser);
      case "project_status", "project-status" -> status = given(parser);
      default -> about.value(field, parser);
    }
  }

  private void addClassifier(String classifier) {
    if (classifiers.size() < Project.MAX_CLASSIFIERS) {
      classifiers.add(cut(classifier));
    }
  }

  private static Optional<String> given(JsonParser parser) throws IOException {
    return JsonPart.text(parser).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String cut(String text) {
    return text.length() <= MAX_LICENSE ? text : text.substring(0, MAX_LICENSE);
  }

  Optional<String> name() {
    return name;
  }

  Optional<String> version() {
    return version;
  }

  Optional<String> license() {
    return license;
  }

  Optional<String> licenseExpression() {
    return licenseExpression;
  }

  Optional<String> requiresPython() {
    return requiresPython;
  }

  /**
   * The reason if the release is yanked, or an empty text if no reason is given; absent if it is
   * not yanked.
   */
  Optional<String> yankedReason() {
    return yanked ? yankedReason.or(() -> Optional.of("")) : Optional.empty();
  }

  Optional<String> status() {
    return status;
  }

  About about() {
    return about.about();
  }

  List<String> classifiers() {
    return classifiers;
  }

  /** Whether the document has the release's requirements, even if there are none. */
  boolean hasRequirements() {
    return hasRequirements;
  }

  Requirements requirements() {
    return requirements;
  }
}
