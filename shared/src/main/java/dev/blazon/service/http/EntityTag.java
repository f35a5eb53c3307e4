package dev.blazon.service.http;

import io.vertx.core.buffer.Buffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

/**
 * Strong entity tags (RFC 9110, section 8.8.3): a 64-bit hash of the bytes, computed by folded
 * multiplication of 8-byte words. It only has to differ between versions of one resource, and takes
 * a tenth of the time of a cryptographic hash; security does not depend on it.
 */
public final class EntityTag {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * Odd constants with about as many ones as zeros and no pattern: bits of the golden ratio and,
   * for {@link #FACTOR}, of pi.
   */
  private static final long START = 0x9e3779b97f4a7c15L;

  private static final long FACTOR = 0x243f6a8885a308d3L;

  private EntityTag() {}

  /** The tag with its quotes. */
  public static String of(Buffer body) {
    return of(body.getBytes());
  }

  /** The tag with its quotes. */
  public static String of(byte[] bytes) {
    long hash = START;
    int i = 0;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      hash = fold(hash ^ (long) WORD.get(bytes, i));
    }
    long rest = 0;
    for (; i < bytes.length; i++) {
      rest = rest << Byte.SIZE | (bytes[i] & 0xff);
    }
    hash = fold(hash ^ rest);
    // The length is mixed in last: at the start it could cancel a difference in the first word.
    return '"' + HexFormat.of().toHexDigits(fold(hash ^ START ^ bytes.length)) + '"';
  }

  private static long fold(long value) {
    return Math.multiplyHigh(value, FACTOR) ^ (value * FACTOR);
  }

  /**
   * Whether {@code If-None-Match} matches the tag (RFC 9110, section 13.1.2), by weak comparison:
   * it contains the tag, or is {@code *}.
   *
   * @param headers the values of all headers of that name; they are one list (section 5.3)
   * @param tag our own strong tag, with its quotes
   */
  public static boolean matches(List<String> headers, String tag) {
    for (String header : headers) {
      if (isListed(header, tag) || header.strip().equals("*")) {
        return true;
      }
    }
    return false;
  }

  /** A tag contains no quotes except around it, so every second quote opens a tag. */
  private static boolean isListed(String header, String tag) {
    boolean opens = true;
    for (int at = header.indexOf('"'); at >= 0; at = header.indexOf('"', at + 1)) {
      if (opens && header.startsWith(tag, at)) {
        return true;
      }
      opens = !opens;
    }
    return false;
  }
}
