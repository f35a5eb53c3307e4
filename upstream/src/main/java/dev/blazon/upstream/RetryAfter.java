package dev.blazon.upstream;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {

  /** The wait if the upstream limits us without a readable {@code Retry-After}. */
  private static final Duration UNSPECIFIED = Duration.ofSeconds(10);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** A wrong value must not block an upstream for days. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private RetryAfter() {}

  static Duration parse(Optional<String> header, Clock clock) {
    Duration time = header.map(text -> read(text.strip(), clock)).orElse(UNSPECIFIED);
    if (time.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  private static Duration read(String text, Clock clock) {
    try {
      return text.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Duration.ofSeconds(Long.parseLong(text))
          : Duration.between(
              clock.instant(),
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | NumberFormatException e) {
      return UNSPECIFIED;
    }
  }
}
