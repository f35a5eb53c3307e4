package dev.blazon.api.report;

import dev.blazon.service.http.PathSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths of the API, and what answers each. Thread-safe once all are added.
 *
 * <p>These few patterns are matched here and not by vertx-web's router, which hides the entry of
 * the access log from the handler, and fails for paths that badges may have.
 */
final class ReportRoutes {

  /** What all paths of one service begin with. */
  private record Folder(String path, ErrorForm form) {}

  private record Route(List<String> pattern, Report report) {}

  /**
   * Where a path leads.
   *
   * @param report answers it
   * @param parts the parts of the path that have a name, decoded
   */
  record Match(Report report, Map<String, String> parts) {}

  private final List<Folder> folders = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  /**
   * Claims all paths that begin so: those without a route are errors of this form.
   *
   * @param path ends with a slash
   */
  void claim(String path, ErrorForm form) {
    folders.add(new Folder(path, form));
  }

  /** Adds a path such as {@code /api/v3/projects/:project}. */
  void add(String pattern, Report report) {
    routes.add(new Route(segments(pattern), report));
  }

  /** The form of the service whose path this is; empty if it is none of the API's. */
  Optional<ErrorForm> formOf(String path) {
    for (Folder folder : folders) {
      if (path.startsWith(folder.path())) {
        return Optional.of(folder.form());
      }
    }
    return Optional.empty();
  }

  /** Finds what answers a path, given as it was sent. */
  Optional<Match> find(String path) {
    List<String> segments = segments(path);
    for (Route route : routes) {
      Optional<Map<String, String>> parts = match(route.pattern(), segments);
      if (parts.isPresent()) {
        return Optional.of(new Match(route.report(), parts.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
    if (pattern.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).startsWith(":")) {
        parts.put(pattern.get(i).substring(1), PathSegment.decoded(segments.get(i)));
      } else if (!pattern.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }

  /** A slash at the end changes nothing. */
  private static List<String> segments(String path) {
    String inner =
        path.substring(1, path.endsWith("/") ? Math.max(1, path.length() - 1) : path.length());
    return List.of(inner.split("/", -1));
  }
}
