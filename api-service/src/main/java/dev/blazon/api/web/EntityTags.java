package dev.blazon.api.web;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes entity tags, and compares them as {@code If-None-Match} asks (RFC 9110, section 13.1.2).
 */
public final class EntityTags {

  /** Half of a SHA-256: more than enough to tell answers under one URL apart. */
  private static final int TAG_BYTES = 16;

  private EntityTags() {}

  /** The strong tag of these bytes, with its quotes. */
  public static String of(Buffer body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Whether the header names the tag: {@code *}, or a list with an equal tag in it, weakness left
   * aside.
   *
   * @param header the value of {@code If-None-Match}; of several headers, joined with commas
   * @param tag our own strong tag, with its quotes
   */
  public static boolean match(String header, String tag) {
    if (header.strip().equals("*")) {
      return true;
    }
    // A tag is opaque but for its quotes, so finding ours whole, quotes and all, finds it in a
    // list.
    for (int at = header.indexOf(tag); at >= 0; at = header.indexOf(tag, at + 1)) {
      if (opensTag(header, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the quote at that place opens a tag, and does not close the one before. */
  private static boolean opensTag(String header, int at) {
    int quotes = 0;
    for (int i = 0; i < at; i++) {
      if (header.charAt(i) == '"') {
        quotes++;
      }
    }
    return quotes % 2 == 0;
  }
}
