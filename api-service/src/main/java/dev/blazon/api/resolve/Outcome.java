package dev.blazon.api.resolve;

import dev.blazon.api.lookup.Answer;
import java.util.Locale;

/**
 * How an answer came about: decides its status, how long it may be kept, and its metrics' tag.
 *
 * <p>A picture is answered 200 whatever it tells, because a README shows no other; only what nobody
 * takes for a badge URL gets a status of its own. A {@code .json} answer carries the real status.
 */
public enum Outcome {
  /** A fact, fresh enough. */
  FACT(200, 200, Kind.LASTING),
  /** The URL says it all: true for ever. */
  STATIC(200, 200, Kind.LASTING),
  /** A fact, older than it should be. */
  STALE(200, 200, Kind.AGED),
  /** The words are right, but there was no time for the logo. */
  HURRIED(200, 200, Kind.AGED),
  /** The project or release does not exist, or the URL names none that could. */
  MISSING(200, 404, Kind.FINAL),
  /** The URL names a host that the operator has not listed; asking again changes nothing. */
  FORBIDDEN(200, 403, Kind.FINAL),
  /** The path ends like a badge, but no dialect knows it. */
  NO_SUCH_BADGE(200, 404, Kind.FINAL),
  /** The path is no badge's at all. */
  NO_SUCH_PAGE(404, 404, Kind.FINAL),
  URL_TOO_LONG(414, 414, Kind.FINAL),
  /** The upstream is down or answers nonsense. */
  UPSTREAM_FAILED(200, 502, Kind.PASSING),
  /** The upstream wants to be left alone, or the operator has not configured it. */
  UNAVAILABLE(200, 503, Kind.PASSING),
  /** The upstream did not answer in time. */
  SLOW(200, 504, Kind.PASSING),
  /** The words are known, but no imaging service could paint them in time. */
  UNPAINTED(200, 503, Kind.PASSING),
  /** Our own mistake. */
  INTERNAL_ERROR(200, 500, Kind.PASSING);

  private enum Kind {
    LASTING,
    AGED,
    FINAL,
    PASSING
  }

  private final int pictureStatus;
  private final int jsonStatus;
  private final Kind kind;
  private final String word = name().toLowerCase(Locale.ROOT);

  Outcome(int pictureStatus, int jsonStatus, Kind kind) {
    this.pictureStatus = pictureStatus;
    this.jsonStatus = jsonStatus;
    this.kind = kind;
  }

  static Outcome of(Answer.Reason reason) {
    return switch (reason) {
      case UNREACHABLE, INVALID -> UPSTREAM_FAILED;
      case SLOW -> SLOW;
      case RATE_LIMITED, NOT_CONFIGURED -> UNAVAILABLE;
      case FORBIDDEN -> FORBIDDEN;
    };
  }

  /** In metrics and logs. */
  public String word() {
    return word;
  }

  public int pictureStatus() {
    return pictureStatus;
  }

  public int jsonStatus() {
    return jsonStatus;
  }

  /** Whether the answer may be kept as usual, and not just for a minute. */
  public boolean isLasting() {
    return kind == Kind.LASTING;
  }

  /** Whether the answer tells what was asked for, be it old or without its logo. */
  public boolean isKnown() {
    return kind == Kind.LASTING || kind == Kind.AGED;
  }

  /** Whether the failure will pass by itself, so that an older answer is better meanwhile. */
  public boolean isPassing() {
    return kind == Kind.PASSING;
  }
}
