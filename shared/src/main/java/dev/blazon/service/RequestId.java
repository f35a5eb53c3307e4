package dev.blazon.service;

import dev.blazon.badge.Ascii;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id of a request, taken from the {@code X-Request-Id} header. All services log it, so that
 * their log lines can be matched.
 *
 * @param text 1 to 64 letters, digits, dots, dashes and underscores: safe in any header or log
 */
public record RequestId(String text) {

  public static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

  /** The key of the id in log lines. */
  public static final String KEY = "request";

  private static final int LONGEST = 64;
  private static final char[] DIGITS = "0123456789abcdefghijklmnopqrstuv".toCharArray();
  private static final int BITS_A_DIGIT = 5;
  private static final int FRESH_LENGTH = 12;

  /** The id in the request's header if it is well-formed, else a new one. */
  public static RequestId of(HttpServerRequest request) {
    String given = request.headers().get(HEADER);
    return given != null && isWellFormed(given) ? new RequestId(given) : fresh();
  }

  /** A new id of sixty random bits: a duplicate within a month's logs is unlikely. */
  static RequestId fresh() {
    long random = ThreadLocalRandom.current().nextLong();
    char[] text = new char[FRESH_LENGTH];
    for (int i = 0; i < FRESH_LENGTH; i++) {
      text[i] = DIGITS[(int) random & (DIGITS.length - 1)];
      random >>>= BITS_A_DIGIT;
    }
    return new RequestId(new String(text));
  }

  private static boolean isWellFormed(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
