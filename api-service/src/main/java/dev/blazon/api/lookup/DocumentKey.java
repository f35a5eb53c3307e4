package dev.blazon.api.lookup;

import dev.blazon.api.endpoint.EndpointAddress;
import dev.blazon.api.endpoint.EndpointDocument;
import java.net.URI;
import java.util.Optional;

/**
 * Somebody's endpoint-badge document. {@link Answer.Reason#FORBIDDEN} when its host is not on the
 * operator's list, {@link Answer.Reason#INVALID} when the address is no https address.
 *
 * @param url as a reader wrote it
 */
public record DocumentKey(String url) implements FactKey<EndpointDocument> {

  /** The address in its canonical form; empty: it is no https address. */
  Optional<URI> address() {
    return EndpointAddress.parse(url);
  }

  @Override
  public String cacheKey() {
    return "endpoint:" + address().map(URI::toString).orElse(url);
  }
}
