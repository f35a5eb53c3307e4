package dev.blazon.api.lookup;

import dev.blazon.api.endpoint.EndpointClient;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.upstream.Fetched;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Endpoint documents come from the hosts that the operator listed. */
final class DocumentSource implements FactSource<DocumentKey, EndpointDocument> {

  private static final Duration USUALLY_FRESH = Duration.ofMinutes(5);
  private static final Duration FRESH_AT_LEAST = Duration.ofMinutes(1);
  private static final long FRESH_AT_MOST_SECONDS = 86_400;

  /** What a document's short texts weigh together, roughly, in bytes. */
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

  /** As long as its author wants, from a minute to a day. */
  static Duration fresh(EndpointDocument document) {
    if (document.cacheSeconds().isEmpty()) {
      return USUALLY_FRESH;
    }
    long seconds = Math.min(document.cacheSeconds().getAsLong(), FRESH_AT_MOST_SECONDS);
    Duration wanted = Duration.ofSeconds(seconds);
    return wanted.compareTo(FRESH_AT_LEAST) < 0 ? FRESH_AT_LEAST : wanted;
  }

  /** What a document takes in memory, in bytes, roughly. */
  static int weight(EndpointDocument document) {
    return SHORT_TEXTS
        + document.message().length()
        + document.logoSvg().map(String::length).orElse(0);
  }
}
