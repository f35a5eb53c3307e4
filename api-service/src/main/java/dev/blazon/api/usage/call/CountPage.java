package dev.blazon.api.usage.call;

import io.vertx.core.buffer.Buffer;

/** Writes counts as a page for people. Called on a worker thread. */
@FunctionalInterface
public interface CountPage {

  /**
   * A page.
   *
   * @param contentPolicy the value of its {@code Content-Security-Policy}
   */
  record Written(Buffer body, String contentPolicy) {}

  /**
   * Writes the page.
   *
   * @param query of the request, still encoded and without {@code format}; for links to the other
   *     forms of the same counts
   * @param host the {@code Host} header; may be null
   */
  Written page(Counted counted, String query, String host);
}
