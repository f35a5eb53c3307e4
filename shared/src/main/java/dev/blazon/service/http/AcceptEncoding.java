package dev.blazon.service.http;

import java.util.Locale;

/** Reads {@code Accept-Encoding} (RFC 9110, section 12.5.3), as far as gzip goes. */
public final class AcceptEncoding {

  private static final String GZIP = "gzip";

  private AcceptEncoding() {}

  /**
   * Whether the client takes gzip. The usual header says so in plain words; quality values are
   * looked at only as far as a zero forbids it.
   */
  public static boolean takesGzip(String header) {
    int at = header.indexOf(GZIP);
    if (at < 0) {
      // Codings are named without regard to case (section 8.4.1), but hardly anybody shouts.
      at = header.toLowerCase(Locale.ROOT).indexOf(GZIP);
    }
    if (at < 0) {
      return header.indexOf('*') >= 0 && allows(header, header.indexOf('*') + 1);
    }
    return allows(header, at + GZIP.length());
  }

  /** Whether what follows a coding's name up to the next comma is not {@code ;q=0}. */
  private static boolean allows(String header, int from) {
    int comma = header.indexOf(',', from);
    String rest = header.substring(from, comma < 0 ? header.length() : comma);
    if (rest.isBlank()) {
      return true;
    }
    String weight = rest.replace(" ", "").toLowerCase(Locale.ROOT);
    return !weight.equals(";q=0") && !weight.matches(";q=0\\.0{0,3}");
  }
}
