package dev.blazon.api.page;

import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * What was chosen in the builder, every text as typed.
 *
 * @param shield a shield's id, or {@link #STATIC}
 * @param message of a static badge
 */
record BadgeForm(
    String project,
    String shield,
    String label,
    String message,
    String color,
    String labelColor,
    String style,
    String logo,
    String logoColor,
    String format,
    String scale,
    String target) {

  /** In place of a shield: the words are the reader's own. */
  static final String STATIC = "static";

  /** Longer than any text that a badge can sensibly show. */
  static final int LONGEST = 200;

  static BadgeForm read(Form form) {
    return new BadgeForm(
        form.given("project", LONGEST).orElse("requests"),
        form.given("shield", LONGEST).orElse("version"),
        form.text("label", LONGEST),
        form.text("message", LONGEST),
        form.text("color", LONGEST),
        form.text("labelColor", LONGEST),
        form.given("style", LONGEST).orElse("flat"),
        form.text("logo", LONGEST),
        form.text("logoColor", LONGEST),
        form.given("format", LONGEST).filter("png"::equals).orElse("svg"),
        form.given("scale", LONGEST).filter(scale -> scale.matches("[1-3]")).orElse("1"),
        form.text("target", LONGEST));
  }

  boolean isStatic() {
    return shield.equals(STATIC);
  }

  /** The badge's address from the root, or empty when the choices make none. */
  Optional<String> path(ShieldCatalog catalog) {
    if (isStatic()) {
      return Optional.of(
          StaticBadge.of(
                      label,
                      message.isEmpty() ? "message" : message,
                      color.isEmpty() ? "blue" : color)
                  .path()
              + "."
              + format
              + query(false));
    }
    return catalog
        .find(shield)
        .flatMap(known -> ProjectName.parse(project))
        .map(name -> ShieldLink.path(shield, name, format) + query(true));
  }

  /** The builder's address with all that was chosen, but with another logo. */
  String withLogo(String other) {
    StringBuilder query = new StringBuilder();
    add(query, "project", project);
    add(query, "shield", shield);
    add(query, "label", label);
    add(query, "message", message);
    add(query, "color", color);
    add(query, "labelColor", labelColor);
    add(query, "style", style);
    add(query, "logo", other);
    add(query, "logoColor", logoColor);
    add(query, "format", format);
    add(query, "scale", scale);
    add(query, "target", target);
    return "/build" + query;
  }

  /** Where a click leads: as asked for, else the project's page; empty: nowhere. */
  String targetOrUsual() {
    if (target.startsWith("https://") || target.startsWith("http://")) {
      return target.replaceAll("[\\s\"<>()\\[\\]\\\\]", "");
    }
    return isStatic() ? "" : ProjectName.parse(project).map(ShieldLink::pypi).orElse("");
  }

  /** What to read where the picture cannot be seen. */
  String alt(ShieldCatalog catalog) {
    if (isStatic()) {
      return label.isEmpty() ? message : label + ": " + message;
    }
    return catalog.find(shield).map(known -> known.description().title()).orElse("badge");
  }

  private String query(boolean withLabelAndColor) {
    StringBuilder query = new StringBuilder();
    if (withLabelAndColor) {
      add(query, "label", label);
      add(query, "color", color);
    }
    add(query, "labelColor", labelColor);
    add(query, "style", style.equals("flat") ? "" : style);
    add(query, "logo", logo);
    add(query, "logoColor", logo.isEmpty() ? "" : logoColor);
    add(query, "scale", scale.equals("1") ? "" : scale);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(Encoding.component(value));
    }
  }
}
