package dev.blazon.service.http;

import dev.blazon.service.Settings;

/**
 * The limits of one port.
 *
 * @param connections how many may be open at once; further ones are closed
 * @param requestLine the longest request line, in bytes; a longer one is answered 414
 * @param headers the longest total of all headers, in bytes; longer ones are answered 431
 * @param body the longest request body after which a connection is reused, in bytes; after a longer
 *     one, the connection is closed with the response
 * @param memory what all connections together may hold
 */
public record HttpLimits(
    int connections, int requestLine, int headers, long body, HttpMemory memory) {

  /**
   * Reads {@code BLAZON_CONNECTIONS}: how many connections the service's own port may have open.
   */
  public static int connections(Settings settings) {
    return settings.integer(
        "BLAZON_CONNECTIONS",
        12_000,
        1,
        1_000_000,
        "connections open at once; each takes about 10 KB of heap, one too many is closed");
  }
}
