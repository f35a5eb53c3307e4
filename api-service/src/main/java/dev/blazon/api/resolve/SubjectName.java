package dev.blazon.api.resolve;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.shield.Shield;
import dev.blazon.project.ProjectName;
import java.util.Locale;
import java.util.Optional;

/**
 * What we call a subject outside of badges: in file names, surrogate keys and metrics.
 *
 * @param project the normalised name of the project it is about, if any
 * @param shield the id of the shield, or another word of a closed set
 */
public record SubjectName(Optional<String> project, String shield) {

  public static SubjectName of(Subject subject) {
    if (subject instanceof Subject.OfProject s) {
      return of(s.project(), s.shield());
    }
    if (subject instanceof Subject.OfDownloads s) {
      return of(s.project(), s.shield());
    }
    if (subject instanceof Subject.OfTotalDownloads s) {
      return of(s.project(), s.shield());
    }
    return new SubjectName(
        Optional.empty(), subject instanceof Subject.OfEndpoint ? "endpoint" : "static");
  }

  private static SubjectName of(ProjectName project, Shield shield) {
    return new SubjectName(Optional.of(project.normalized()), shield.description().id());
  }

  /** For example {@code requests-version.svg}: letters, digits, dots and hyphens only. */
  public String fileName(AnswerFormat format) {
    String stem = project.map(name -> name + "-" + shield.replace('_', '-')).orElse("badge");
    return stem + "." + format.name().toLowerCase(Locale.ROOT);
  }
}
