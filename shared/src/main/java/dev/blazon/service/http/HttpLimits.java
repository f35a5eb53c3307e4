package dev.blazon.service.http;

import dev.blazon.service.Settings;

/**
 * What one port accepts.
 *
 * @param connections how many may be open at once; one too many is closed
 * @param requestLine the longest request line that is read, in bytes; a longer one is answered 414
 * @param headers how long all headers may be together, in bytes; longer ones are answered 431
 * @param body the longest request body after which a connection is used again, in bytes; a longer
 *     one ends its connection with the answer
 */
public record HttpLimits(int connections, int requestLine, int headers, long body) {

  /** How many connections a service's own port may have open: {@code BLAZON_CONNECTIONS}. */
  public static int connections(Settings settings) {
    return settings.integer(
        "BLAZON_CONNECTIONS",
        12_000,
        1,
        1_000_000,
        "connections open at once; each takes about 10 KB of heap, one too many is closed");
  }
}
