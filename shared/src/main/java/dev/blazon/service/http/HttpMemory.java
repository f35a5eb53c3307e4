package dev.blazon.service.http;

import dev.blazon.service.Settings;

/**
 * What the connections of one port may take in memory, all together.
 *
 * @param heads for requests: heads that are not complete, and requests that wait for their answer;
 *     in bytes, as {@link MeteredRequestDecoder} estimates them
 * @param answers for answers that their clients have not taken yet, in bytes
 */
public record HttpMemory(long heads, long answers) {

  /** For a port with few clients. */
  public static final HttpMemory SMALL = new HttpMemory(1 << 20, 4 << 20);

  /** One request with the longest head, or one of the longest answers, must fit. */
  private static final long LEAST = 1 << 20;

  /** Reads {@code BLAZON_HEAD_MEMORY} and {@code BLAZON_ANSWER_MEMORY}. */
  public static HttpMemory read(Settings settings) {
    return new HttpMemory(
        settings.bytes(
            "BLAZON_HEAD_MEMORY",
            "24mb",
            LEAST,
            "memory for requests that are incomplete or wait for an answer; beyond it the oldest is"
                + " closed"),
        settings.bytes(
            "BLAZON_ANSWER_MEMORY",
            "12mb",
            LEAST,
            "memory for answers that clients do not take; beyond it the oldest is closed"));
  }
}
