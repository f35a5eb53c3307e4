package dev.blazon.api.report;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.stats.Deadline;
import dev.blazon.project.ProjectName;
import java.util.Map;

/**
 * A call of the API.
 *
 * @param path the decoded parts of its path, by name
 * @param gzip whether the client accepts gzip
 */
record Call(Map<String, String> path, CallQuery query, Deadline deadline, boolean gzip) {

  String part(String name) {
    return path.getOrDefault(name, "");
  }

  /** The project in the path; refuses what is no name. */
  ProjectName project() {
    String written = part("project");
    return ProjectName.parse(written).orElseThrow(() -> Refusal.unknownProject(written));
  }
}
