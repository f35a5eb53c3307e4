package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.GREEN;
import static dev.blazon.badge.BadgeColor.ORANGE;
import static dev.blazon.badge.BadgeColor.RED;
import static dev.blazon.badge.BadgeColor.YELLOW;

import dev.blazon.api.pypi.Project;
import dev.blazon.badge.BadgeColor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Shows the day (UTC) of the shown release, from bright green for a new one to red for an old one.
 */
final class ReleasedShield implements ProjectShield {

  private static final String LABEL = "released";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  ReleasedShield(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Description description() {
    return Description.of(
            "released",
            "Release date",
            "When the release was uploaded, coloured by its age: up to half a year bright green,"
                + " one year green, two yellow, four orange, then red.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return project
        .release()
        .uploaded()
        .map(uploaded -> new Content(LABEL, DAY.format(uploaded), color(uploaded)))
        .orElseGet(() -> Content.unknown(LABEL));
  }

  private BadgeColor color(Instant uploaded) {
    long days = Duration.between(uploaded, clock.instant()).toDays();
    if (days <= 183) {
      return BRIGHTGREEN;
    }
    if (days <= 366) {
      return GREEN;
    }
    if (days <= 731) {
      return YELLOW;
    }
    return days <= 1461 ? ORANGE : RED;
  }
}
