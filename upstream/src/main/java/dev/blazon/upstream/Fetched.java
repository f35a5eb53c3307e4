package dev.blazon.upstream;

import java.net.URI;
import java.util.Optional;

/**
 * What came of asking an upstream once.
 *
 * @param <T> what its document is translated into
 */
public sealed interface Fetched<T> {

  /**
   * The document, read.
   *
   * @param etag the document's entity tag, to ask again with
   */
  record Document<T>(T value, Optional<String> etag) implements Fetched<T> {}

  /** The document is still the one whose entity tag was sent along (304). */
  record NotModified<T>() implements Fetched<T> {}

  /** There is no such document (404, 410). */
  record Missing<T>() implements Fetched<T> {}

  /** The document is elsewhere; whoever asked decides whether to go there. */
  record Redirected<T>(URI target) implements Fetched<T> {}

  record Failed<T>(Trouble trouble) implements Fetched<T> {}

  /** Why an upstream gave no document. */
  enum Trouble {
    /** Refused, reset, not resolved, a 5xx status, or not asked because it was so lately. */
    UNREACHABLE,
    /** Nothing, or not all, within the deadline. */
    SLOW,
    /** Not asked, because too many of us are waiting for it already. */
    BUSY,
    /** Something that is no such document, or is too large. */
    INVALID,
    /** 429, or not asked because it said 429 lately, or because of our own limits. */
    RATE_LIMITED,
    /** The operator has not configured this source. */
    NOT_CONFIGURED,
    /** The operator has not listed this host, where a document or a redirect is. */
    FORBIDDEN
  }

  static <T> Fetched<T> failed(Trouble trouble) {
    return new Failed<>(trouble);
  }
}
