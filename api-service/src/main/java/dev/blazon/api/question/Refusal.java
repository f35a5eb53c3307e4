package dev.blazon.api.question;

import dev.blazon.count.CountAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer without numbers.
 *
 * @param status the HTTP status
 * @param code what is wrong, in one word for programs
 * @param message what is wrong, for people
 * @param parameter which parameter is wrong
 * @param retrySeconds after which time to ask again; empty: that would change nothing
 */
public record Refusal(
    int status,
    String code,
    String message,
    Optional<BadParameter> parameter,
    OptionalInt retrySeconds) {

  /** A fetch of one project's history takes some seconds. */
  private static final int COMING_SECONDS = 5;

  /** Others are served in milliseconds. */
  private static final int BUSY_SECONDS = 2;

  /** A database or a source that fails is away for longer. */
  private static final int FAILED_SECONDS = 60;

  /** The longest part of a wrong value that an error repeats. */
  private static final int LONGEST_VALUE = 64;

  /**
   * A parameter that cannot be read.
   *
   * @param value as given; a long one is cut
   * @param allowed the possible values, or a description of them
   */
  public record BadParameter(String name, String value, List<String> allowed) {}

  /** A value is not one of those that are possible. */
  public static RefusedException badValue(String name, String value, List<String> allowed) {
    return bad(name, value, "must be one of " + String.join(", ", allowed), allowed);
  }

  /**
   * A value has the wrong form.
   *
   * @param allowed what is possible, as in {@code a day such as 2026-08-24}
   */
  public static RefusedException badForm(String name, String value, String allowed) {
    return bad(name, value, "must be " + allowed, List.of(allowed));
  }

  private static RefusedException bad(
      String name, String value, String rule, List<String> allowed) {
    String cut = printable(value);
    return new RefusedException(
        new Refusal(
            400,
            "bad_parameter",
            name + " is '" + cut + "', but " + rule,
            Optional.of(new BadParameter(name, cut, List.copyOf(allowed))),
            OptionalInt.empty()));
  }

  public static RefusedException unknownParameter(String name, List<String> allowed) {
    String cut = printable(name);
    return new RefusedException(
        new Refusal(
            400,
            "unknown_parameter",
            "there is no parameter '" + cut + "', but there are " + String.join(", ", allowed),
            Optional.of(new BadParameter(cut, "", List.copyOf(allowed))),
            OptionalInt.empty()));
  }

  public static RefusedException unknownProject(String name) {
    return new RefusedException(
        simple(404, "unknown_project", "Project with name " + printable(name) + " does not exist"));
  }

  public static Refusal noSuchPath() {
    return simple(404, "unknown_path", "There is no such address; see /docs/api");
  }

  public static Refusal tooLong() {
    return simple(414, "too_long", "The address is too long");
  }

  public static RefusedException tooLarge(int mostBytes) {
    return new RefusedException(
        simple(
            400,
            "too_large",
            "The answer would be longer than "
                + (mostBytes >> 10)
                + " KB: ask for fewer days, fewer versions, or a longer interval"));
  }

  /** Nothing was imported for all projects, so that there is nothing to say about all of PyPI. */
  public static RefusedException nothingCounted() {
    return new RefusedException(
        simple(404, "nothing_counted", "No day was imported for all projects yet"));
  }

  public static Refusal internalError() {
    return simple(500, "internal_error", "Internal server error");
  }

  /** A stranger's text on its way into an answer: of one line, and not long. */
  public static String printable(String text) {
    StringBuilder cut = new StringBuilder(Math.min(text.length(), LONGEST_VALUE + 1));
    for (int i = 0; i < text.length() && i < LONGEST_VALUE; i++) {
      char c = text.charAt(i);
      cut.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return text.length() > LONGEST_VALUE ? cut.append('…').toString() : cut.toString();
  }

  public static Refusal busy() {
    return of(CountAnswer.Reason.BUSY);
  }

  public static Refusal late() {
    return of(CountAnswer.Reason.SLOW);
  }

  /** PyPI does not answer, and without it nobody knows whether the project exists. */
  public static RefusedException noPypi() {
    return new RefusedException(
        later("pypi_failed", "PyPI cannot be asked about this project now", FAILED_SECONDS));
  }

  public static Refusal of(CountAnswer.Reason reason) {
    return switch (reason) {
      case OFF ->
          simple(501, "off", "This service counts no downloads: its operator has not enabled it");
      case COMING ->
          later(
              "coming",
              "The counts of this project are being fetched; please ask again in some seconds",
              COMING_SECONDS);
      case BUSY -> later("busy", "Too many calls are under way; please ask again", BUSY_SECONDS);
      case SLOW -> later("slow", "The counts could not be read in time", BUSY_SECONDS);
      case FAILED -> later("failed", "The counts cannot be read now", FAILED_SECONDS);
      case UNKNOWN ->
          simple(
              404,
              "unknown_split",
              "The source of this project's counts does not know this, such as its versions");
    };
  }

  private static Refusal later(String code, String message, int seconds) {
    return new Refusal(503, code, message, Optional.empty(), OptionalInt.of(seconds));
  }

  private static Refusal simple(int status, String code, String message) {
    return new Refusal(status, code, message, Optional.empty(), OptionalInt.empty());
  }
}
