package dev.blazon.api.rendered;

import java.util.OptionalLong;

/**
 * The values of {@code Cache-Control}, which say how long browsers and caches may keep an answer
 * (RFC 9111, section 5.2; RFC 5861 for the two {@code stale-} directives).
 */
final class CachePolicy {

  /**
   * The lower bound of {@code cacheSeconds}: a shorter time helps nobody, because few readers open
   * a README twice in a minute.
   */
  static final long SHORTEST_SECONDS = 60;

  /** The upper bound of {@code cacheSeconds}: a longer time would outlive our own caches. */
  static final long LONGEST_SECONDS = 7 * 86_400;

  private static final String GRACE = ", stale-while-revalidate=86400, stale-if-error=604800";

  /**
   * The usual policy of a fact: five minutes in a browser, an hour in a shared cache, then a day of
   * grace while it is fetched again.
   */
  static final String USUAL = "public, max-age=300, s-maxage=3600" + GRACE;

  /** The policy of a failure or a stale fact: one minute. */
  static final String BRIEF = "public, max-age=60, s-maxage=60";

  private CachePolicy() {}

  /**
   * The policy of a fact. The {@code cacheSeconds} of the URL, if any, replace both ages, within
   * the bounds above.
   */
  static String ofFact(OptionalLong cacheSeconds) {
    if (cacheSeconds.isEmpty()) {
      return USUAL;
    }
    long seconds = Math.min(Math.max(cacheSeconds.getAsLong(), SHORTEST_SECONDS), LONGEST_SECONDS);
    return "public, max-age=" + seconds + ", s-maxage=" + seconds + GRACE;
  }
}
