package dev.blazon.api.page;

import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Optional;

/**
 * The values of the builder's form, as typed.
 *
 * @param shield a shield's id, or {@link #STATIC}
 * @param message the message of a static badge
 * @param only the parameter by which a download badge counts a part; empty: it counts all
 * @param part the value of that parameter
 */
record BadgeForm(
    String project,
    String shield,
    String label,
    String message,
    String only,
    String part,
    String color,
    String labelColor,
    String style,
    String logo,
    String logoColor,
    String format,
    String scale,
    String target) {

  /** The value of {@code shield} for a static badge. */
  static final String STATIC = "static";

  /** The parameters by which a download badge can count a part. */
  private static final List<String> PARTS = List.of("version", "python", "installer", "system");

  /** The longest text that is read; longer than a badge can sensibly show. */
  static final int LONGEST = 200;

  static BadgeForm read(Form form) {
    return new BadgeForm(
        form.given("project", LONGEST).orElse("requests"),
        form.given("shield", LONGEST).orElse("version"),
        form.text("label", LONGEST),
        form.text("message", LONGEST),
        form.given("only", LONGEST).filter(PARTS::contains).orElse(""),
        form.text("part", LONGEST),
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

  /** The path of the badge, or empty if the values do not describe one. */
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
              + query(new StringBuilder()));
    }
    return catalog
        .find(shield)
        .flatMap(known -> ProjectName.parse(project).map(name -> path(known, name)));
  }

  private String path(Shield<?> known, ProjectName name) {
    StringBuilder query = new StringBuilder();
    if (!(known instanceof ProjectShield) && !only.isEmpty()) {
      add(query, only, part);
    }
    add(query, "label", label);
    add(query, "color", color);
    return ShieldLink.path(shield, name, format) + query(query);
  }

  /** The builder's path with all values but another logo. */
  String withLogo(String other) {
    StringBuilder query = new StringBuilder();
    add(query, "project", project);
    add(query, "shield", shield);
    add(query, "label", label);
    add(query, "message", message);
    add(query, "only", only);
    add(query, "part", part);
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

  /** The URL of the badge's link: the one given, else the project's page; empty: no link. */
  String targetOrUsual() {
    if (target.startsWith("https://") || target.startsWith("http://")) {
      return target.replaceAll("[\\s\"<>()\\[\\]\\\\]", "");
    }
    return isStatic() ? "" : ProjectName.parse(project).map(ShieldLink::pypi).orElse("");
  }

  /** The alternative text of the picture. */
  String alt(ShieldCatalog catalog) {
    if (isStatic()) {
      return label.isEmpty() ? message : label + ": " + message;
    }
    return catalog.find(shield).map(known -> known.description().title()).orElse("badge");
  }

  /** The same query with what every badge has. */
  private String query(StringBuilder query) {
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
