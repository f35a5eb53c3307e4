package dev.blazon.upstream;

import io.vertx.core.MultiMap;
import java.util.Optional;

/** The beginning of an upstream's response: its status and headers. */
public final class ResponseHead {

  private final int status;
  private final MultiMap headers;

  ResponseHead(int status, MultiMap headers) {
    this.status = status;
    this.headers = headers;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** The first value of a header, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The header {@code Content-Type}; empty if it is missing. */
  public String mediaType() {
    return header("Content-Type").orElse("");
  }
}
