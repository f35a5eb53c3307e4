package dev.blazon.api.lookup;

import dev.blazon.api.endpoint.EndpointAddress;
import dev.blazon.api.endpoint.EndpointDocument;
import java.net.URI;
import java.util.Optional;

/**
 * The key of an endpoint-badge document. The look-up fails with {@link Answer.Reason#FORBIDDEN}
 * when the host is not on the operator's list, and with {@link Answer.Reason#INVALID} when the
 * address is not an https address.
 *
 * @param url as written in the badge's URL
 */
public record DocumentKey(String url) implements FactKey<EndpointDocument> {

  /** The address in its canonical form; empty if it is not an https address. */
  Optional<URI> address() {
    return EndpointAddress.parse(url);
  }

  @Override
  public String cacheKey() {
    return "endpoint:" + address().map(URI::toString).orElse(url);
  }
}
