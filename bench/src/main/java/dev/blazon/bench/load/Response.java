package dev.blazon.bench.load;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * What a server answered.
 *
 * @param headers their names in any case
 * @param body as sent, decompressed
 */
public record Answer(int status, MultiMap headers, Buffer body) {

  /** Of that header; empty when there is none. */
  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }
}
