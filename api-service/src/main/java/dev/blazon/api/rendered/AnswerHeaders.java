package dev.blazon.api.rendered;

import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.project.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers of a picture's answer beside those that every answer has. */
final class AnswerHeaders {

  /**
   * Marks the picture of a failure for the Varnish in front, which cannot recognise it by its
   * status.
   */
  private static final Map.Entry<String, String> FAILED = Map.entry("Blazon-Outcome", "failed");

  private AnswerHeaders() {}

  /**
   * The headers, in a list to which others may be added.
   *
   * @param projects what the picture is about: when one changes, Varnish may forget the picture
   * @param fileName the name of the file if the answer is to be saved as one: letters, digits, dots
   *     and hyphens only
   */
  static List<Map.Entry<String, String>> of(
      RequestTarget target, List<ProjectName> projects, String fileName, Outcome outcome) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    if (!projects.isEmpty()) {
      String keys = projects.stream().map(ProjectName::normalized).collect(Collectors.joining(" "));
      headers.add(Map.entry("Surrogate-Key", keys));
    }
    if (target.isDownload()) {
      String disposition = "attachment; filename=\"" + fileName + "\"";
      headers.add(Map.entry("Content-Disposition", disposition));
    }
    if (outcome.isPassing()) {
      headers.add(FAILED);
    }
    return headers;
  }
}
