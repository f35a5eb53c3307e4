package dev.blazon.api.resolve;

import dev.blazon.api.lookup.Answer;
import java.util.Locale;

/**
 * The outcome of a badge request. It decides the status, how long the answer may be cached, and the
 * tag in metrics.
 *
 * <p>A picture has the status 200 even when it reports a failure, because a README shows no picture
 * with another status. Only URLs that are clearly not a badge's get another one. A {@code .json}
 * answer carries the real status.
 */
public enum Outcome {
  /** A fresh fact. */
  FACT(200, 200, Kind.LASTING),
  /** A static badge: depends on its URL alone, so it never goes stale. */
  STATIC(200, 200, Kind.LASTING),
  /** A stale fact. */
  STALE(200, 200, Kind.AGED),
  /** The words are right, but the logo is missing because there was no time to load it. */
  HURRIED(200, 200, Kind.AGED),
  /** The project or release does not exist, or its name in the URL is not valid. */
  MISSING(200, 404, Kind.FINAL),
  /** The URL names a host that is not on the operator's list; a retry changes nothing. */
  FORBIDDEN(200, 403, Kind.FINAL),
  /** The path ends like a badge's, but no dialect reads it. */
  NO_SUCH_BADGE(200, 404, Kind.FINAL),
  /** Not the path of a badge: answered 404. */
  NO_SUCH_PAGE(404, 404, Kind.FINAL),
  URL_TOO_LONG(414, 414, Kind.FINAL),
  /** The upstream is down, or its answer is invalid. */
  UPSTREAM_FAILED(200, 502, Kind.PASSING),
  /** The upstream is rate limited, or the operator has not configured it. */
  UNAVAILABLE(200, 503, Kind.PASSING),
  /** The upstream did not answer in time. */
  SLOW(200, 504, Kind.PASSING),
  /** The facts are still being made: as JSON 202, accepted and not yet done. */
  COMING(200, 202, Kind.PASSING),
  /** The words are known, but no imaging service painted them in time. */
  UNPAINTED(200, 503, Kind.PASSING),
  /** An error in our own code. */
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
      case UNREACHABLE, INVALID, REFUSED -> UPSTREAM_FAILED;
      case SLOW -> SLOW;
      case COMING -> COMING;
      case RATE_LIMITED, NOT_CONFIGURED -> UNAVAILABLE;
      case FORBIDDEN -> FORBIDDEN;
    };
  }

  /** The name in metrics and logs: the constant in lower case. */
  public String word() {
    return word;
  }

  public int pictureStatus() {
    return pictureStatus;
  }

  public int jsonStatus() {
    return jsonStatus;
  }

  /** Whether caches may keep the answer for the usual time, and not only for a minute. */
  public boolean isLasting() {
    return kind == Kind.LASTING;
  }

  /** Whether the answer states the fact, even if it is old or lacks its logo. */
  public boolean isKnown() {
    return kind == Kind.LASTING || kind == Kind.AGED;
  }

  /** Whether this is a temporary failure, so that an older answer is better meanwhile. */
  public boolean isPassing() {
    return kind == Kind.PASSING;
  }
}
