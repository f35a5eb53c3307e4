package dev.blazon.upstream;

import java.net.URI;
import java.util.Optional;

/**
 * What came of asking an upstream once.
 *
 * @param <T> what its document is translated into
 */
public sealed interface Fetched<T> {

  /** What came of it, for metrics. */
  FetchOutcome outcome();

  /**
   * The document, read.
   *
   * @param etag the document's entity tag, to ask again with
   */
  record Document<T>(T value, Optional<String> etag) implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.DOCUMENT;
    }
  }

  /** The document is still the one whose entity tag was sent along (304). */
  record NotModified<T>() implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.NOT_MODIFIED;
    }
  }

  /** There is no such document (404, 410). */
  record Missing<T>() implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.MISSING;
    }
  }

  /** The document is elsewhere; whoever asked decides whether to go there. */
  record Redirected<T>(URI target) implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.REDIRECTED;
    }
  }

  /** There is no document, because of some trouble. */
  record Failed<T>(Trouble trouble) implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return trouble.outcome();
    }
  }

  /** Why an upstream gave no document. */
  enum Trouble {
    /** Refused, reset, not resolved, a 5xx status, or not asked because it was so lately. */
    UNREACHABLE(FetchOutcome.UNREACHABLE),
    /** Nothing, or not all, within the deadline. */
    SLOW(FetchOutcome.SLOW),
    /** Not asked, because too many of us are waiting for it already. */
    BUSY(FetchOutcome.BUSY),
    /** Something that is no such document, or is too large. */
    INVALID(FetchOutcome.INVALID),
    /** 429, or not asked because it said 429 lately, or because of our own limits. */
    RATE_LIMITED(FetchOutcome.RATE_LIMITED),
    /** The operator has not configured this source. */
    NOT_CONFIGURED(FetchOutcome.NOT_CONFIGURED),
    /** The operator has not listed this host, where a document or a redirect is. */
    FORBIDDEN(FetchOutcome.FORBIDDEN);

    private final FetchOutcome outcome;

    Trouble(FetchOutcome outcome) {
      this.outcome = outcome;
    }

    FetchOutcome outcome() {
      return outcome;
    }
  }

  static <T> Fetched<T> failed(Trouble trouble) {
    return new Failed<>(trouble);
  }
}
