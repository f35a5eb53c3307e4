package dev.blazon.api.page;

import dev.blazon.project.ProjectName;
import dev.blazon.service.http.PathSegment;
import dev.blazon.service.http.PlainText;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The paths that pepy.tech ({@code /projects/requests}) and pypistats.org ({@code
 * /packages/requests}) have for a project's page. They lead to ours, which shows the same choice.
 */
final class MovedProjects {

  private static final String A_DAY = "public, max-age=86400";

  private MovedProjects() {}

  static void addTo(PageRoutes routes) {
    routes.getBelow("/projects/", MovedProjects::move);
    routes.getBelow("/packages/", MovedProjects::move);
  }

  /** The name in a path such as {@code /project/requests/}, decoded; it may be no name at all. */
  static String name(String path) {
    String rest = path.substring(path.indexOf('/', 1) + 1);
    String segment = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    return PathSegment.decoded(segment);
  }

  private static void move(HttpServerRequest request) {
    Optional<ProjectName> name = ProjectName.parse(name(request.path()));
    if (name.isEmpty()) {
      PlainText.answer(request, 404, "there is no such project");
      return;
    }
    Form query = request.query() == null ? Form.EMPTY : Form.parse(request.query());
    SecurityHeaders.put(request.response())
        .setStatusCode(301)
        .putHeader(HttpHeaders.CACHE_CONTROL, A_DAY)
        .putHeader(
            HttpHeaders.LOCATION,
            new ProjectAddress(name.get(), choice(query), Snippet.MARKDOWN).page())
        .end();
  }

  /** What a URL of theirs chose, in the words of ours. */
  private static CurveChoice choice(Form query) {
    Query ours =
        new Query()
            .add("by", by(query.raw("category")))
            .add("versions", query.raw("versions"))
            .add("days", days(query))
            .add("interval", interval(query.raw("granularity")));
    String written = ours.written();
    return CurveChoice.read(written.isEmpty() ? Form.EMPTY : Form.parse(written.substring(1)));
  }

  /** Only what both services show. */
  private static String by(String category) {
    return category.equals("version") || category.equals("country") ? category : "";
  }

  private static String days(Form query) {
    String lookback = query.raw("lookback");
    return switch (query.raw("timeRange")) {
      case "threeMonths" -> "90";
      case "fourMonths", "sixMonths" -> "180";
      case "oneYear" -> "all";
      default -> lookback;
    };
  }

  private static String interval(String granularity) {
    return switch (granularity) {
      case "daily" -> "day";
      case "weekly" -> "week";
      case "monthly" -> "month";
      default -> "";
    };
  }
}
