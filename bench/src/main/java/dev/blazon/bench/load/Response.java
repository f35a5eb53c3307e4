package dev.blazon.bench.load;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A server's response to one request of a load.
 *
 * @param headers the header fields; names are not case-sensitive
 * @param body the body, decompressed
 */
public record Response(int status, MultiMap headers, Buffer body) {

  /** The value of this header; empty if there is none. */
  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }
}
