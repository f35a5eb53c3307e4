package dev.blazon.api.rendered;

import java.util.OptionalLong;

/**
 * How long others may keep an answer: the value of {@code Cache-Control} (RFC 9111, section 5.2;
 * RFC 5861 for the two {@code stale-} directives).
 */
final class CachePolicy {

  /** Nobody gains from shorter: a README's reader does not look twice a minute. */
  static final long SHORTEST_SECONDS = 60;

  /** A reader's wish longer than this would outlive what we ourselves keep. */
  static final long LONGEST_SECONDS = 7 * 86_400;

  private static final String GRACE = ", stale-while-revalidate=86400, stale-if-error=604800";

  /** A fact as it is: five minutes in a browser, an hour in a shared cache, a day in its grace. */
  static final String USUAL = "public, max-age=300, s-maxage=3600" + GRACE;

  /** A failure, or a fact that may have changed: soon to be asked again. */
  static final String BRIEF = "public, max-age=60, s-maxage=60";

  private CachePolicy() {}

  /** The policy of a fact, with the reader's {@code cacheSeconds}, if any, within our bounds. */
  static String ofFact(OptionalLong cacheSeconds) {
    if (cacheSeconds.isEmpty()) {
      return USUAL;
    }
    long seconds = Math.min(Math.max(cacheSeconds.getAsLong(), SHORTEST_SECONDS), LONGEST_SECONDS);
    return "public, max-age=" + seconds + ", s-maxage=" + seconds + GRACE;
  }
}
