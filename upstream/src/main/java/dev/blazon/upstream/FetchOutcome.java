package dev.blazon.upstream;

import java.util.Locale;

/** The outcome of a request to an upstream, as one word for metrics. */
public enum FetchOutcome {
  DOCUMENT("document", false),
  NOT_MODIFIED("notmodified", false),
  MISSING("missing", false),
  REDIRECTED("redirected", false),
  UNREACHABLE,
  SLOW,
  BUSY,
  INVALID,
  REFUSED,
  RATE_LIMITED,
  COMING,
  NOT_CONFIGURED,
  FORBIDDEN;

  private final String word;
  private final boolean isFailure;

  FetchOutcome() {
    this.word = name().toLowerCase(Locale.ROOT);
    this.isFailure = true;
  }

  FetchOutcome(String word, boolean isFailure) {
    this.word = word;
    this.isFailure = isFailure;
  }

  /** The value of the tag {@link UpstreamMetrics#OUTCOME}. */
  public String word() {
    return word;
  }

  /** Whether the upstream gave no usable answer; that a document is missing is a usable answer. */
  public boolean isFailure() {
    return isFailure;
  }
}
