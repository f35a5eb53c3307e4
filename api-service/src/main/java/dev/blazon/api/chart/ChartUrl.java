package dev.blazon.api.chart;

import dev.blazon.api.compare.CompareQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The path of a chart: {@code /chart/requests.svg}, or {@code /chart/requests,httpx.svg} of several
 * projects, since no project's name has a comma.
 *
 * @param project as written; it may be no name of a project, or several
 */
record ChartUrl(String project, ImageFormat format) {

  private static final String FOLDER = "/chart/";

  /** Reads a path, as it was sent; empty if it is not that of a chart. */
  static Optional<ChartUrl> of(String path) {
    if (!path.startsWith(FOLDER)) {
      return Optional.empty(); // First, since every badge is asked.
    }
    int dot = path.lastIndexOf('.');
    if (dot < FOLDER.length() || path.indexOf('/', FOLDER.length()) >= 0) {
      return Optional.empty();
    }
    return ImageFormat.ofExtension(path.substring(dot + 1))
        .map(format -> new ChartUrl(path.substring(FOLDER.length(), dot), format));
  }

  /** The projects of the chart, without what is no name. */
  List<ProjectName> projects() {
    return Stream.of(project.split(","))
        .limit(CompareQuery.MOST)
        .flatMap(name -> ProjectName.parse(name).stream())
        .toList();
  }

  /** Whether the chart compares projects. */
  boolean isComparison() {
    return project.indexOf(',') >= 0;
  }
}
