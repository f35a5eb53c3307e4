package dev.blazon.api.lookup;

import dev.blazon.api.endpoint.EndpointClient;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.upstream.Fetched;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Fetches endpoint documents from the hosts on the operator's list. */
final class DocumentSource implements FactSource<DocumentKey, EndpointDocument> {

  private static final Duration USUALLY_FRESH = Duration.ofMinutes(5);
  private static final Duration FRESH_AT_LEAST = Duration.ofMinutes(1);
  private static final long FRESH_AT_MOST_SECONDS = 86_400;

  /** About what a document's short texts take in memory together, in bytes. */
  private static final int SHORT_TEXTS = 500;

  private final EndpointClient client;

  DocumentSource(EndpointClient client) {
    this.client = client;
  }

  @Override
  public Optional<Answer<EndpointDocument>> refuse(DocumentKey key) {
    Optional<URI> address = key.address();
    if (address.isEmpty()) {
      return Optional.of(new Answer.Failed<>(Answer.Reason.INVALID));
    }
    return client.knows(address.get())
        ? Optional.empty()
        : Optional.of(new Answer.Failed<>(Answer.Reason.FORBIDDEN));
  }

  @Override
  public Future<Fetched<EndpointDocument>> fetch(DocumentKey key, Optional<String> etag) {
    return client.fetch(key.address().orElseThrow(), etag);
  }

  /**
   * How long a document is fresh: its own {@code cacheSeconds}, but at least a minute and at most a
   * day.
   */
  static Duration fresh(EndpointDocument document) {
    if (document.cacheSeconds().isEmpty()) {
      return USUALLY_FRESH;
    }
    long seconds = Math.min(document.cacheSeconds().getAsLong(), FRESH_AT_MOST_SECONDS);
    Duration requested = Duration.ofSeconds(seconds);
    return requested.compareTo(FRESH_AT_LEAST) < 0 ? FRESH_AT_LEAST : requested;
  }

  /** About what a document takes in memory, in bytes. */
  static int weight(EndpointDocument document) {
    return SHORT_TEXTS
        + document.message().length()
        + document.logoSvg().map(String::length).orElse(0);
  }
}
