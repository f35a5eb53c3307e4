package dev.blazon.upstream;

import java.net.URI;
import java.util.Optional;

/**
 * The result of one request to an upstream.
 *
 * @param <T> what the document is read into
 */
public sealed interface Fetched<T> {

  /** The outcome for metrics. */
  FetchOutcome outcome();

  /**
   * The document.
   *
   * @param etag the document's entity tag, for the next conditional request
   */
  record Document<T>(T value, Optional<String> etag) implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.DOCUMENT;
    }
  }

  /** The document still has the entity tag that was sent (304). */
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

  /** The document is elsewhere; the caller decides whether to follow. */
  record Redirected<T>(URI target) implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.REDIRECTED;
    }
  }

  /** The request failed. */
  record Failed<T>(Trouble trouble) implements Fetched<T> {
    @Override
    public FetchOutcome outcome() {
      return trouble.outcome();
    }
  }

  /** Why a request to an upstream failed. */
  enum Trouble {
    /** Refused, reset, not resolved, or a 5xx status; or not sent, as the breaker is open. */
    UNREACHABLE(FetchOutcome.UNREACHABLE),
    /** No response, or not a complete one, in time. */
    SLOW(FetchOutcome.SLOW),
    /** Not sent, because too many requests are already waiting. */
    BUSY(FetchOutcome.BUSY),
    /** The response is not such a document, or is too large. */
    INVALID(FetchOutcome.INVALID),
    /** 401 or 403: a token is missing, wrong or lacks rights. */
    REFUSED(FetchOutcome.REFUSED),
    /** 429; or not sent because of an earlier 429, or because of our own limits. */
    RATE_LIMITED(FetchOutcome.RATE_LIMITED),
    /** The document is still being made, and will be there later. */
    COMING(FetchOutcome.COMING),
    /** The operator has not configured this source. */
    NOT_CONFIGURED(FetchOutcome.NOT_CONFIGURED),
    /** The operator has not listed the host of this document or redirect. */
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
