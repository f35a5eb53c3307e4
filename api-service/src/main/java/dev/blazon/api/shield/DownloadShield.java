package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;

import dev.blazon.api.downloads.DownloadCounts;

/** Shows how often a project was downloaded in the last day, week or month, without mirrors. */
final class DownloadShield implements DownloadsShield {

  private static final String LABEL = "downloads";

  private final Period period;

  DownloadShield(Period period) {
    this.period = period;
  }

  @Override
  public Description description() {
    Description description =
        Description.of(
            period.shieldId(),
            "Downloads in a " + period.word(),
            "How often the project was downloaded in the newest known "
                + period.word()
                + ", mirrors left out.",
            LABEL);
    return period == Period.MONTH
        ? description.with("period", "How far back.", "day", "week", "month")
        : description;
  }

  @Override
  public String label(Wording wording) {
    return wording.isPepyTech() ? LABEL + "/" + period.word() : LABEL;
  }

  @Override
  public Content content(DownloadCounts counts, Wording wording) {
    long count = period.of(counts);
    String number = CountFormat.of(wording).format(count);
    String label = label(wording);
    return switch (wording) {
      case PYPIP_IN, BADGE_FURY -> new Content(label, number + "/" + period.word(), BRIGHTGREEN);
      case SHIELDS_IO -> new Content(label, number + "/" + period.word(), DownloadColor.of(count));
      case BADGEN_NET -> new Content(label, number + "/" + period.word(), BadgenColors.GREEN);
      case PEPY_TECH, PEPY_TECH_ABBREVIATED, PEPY_TECH_PLAIN -> new Content(label, number, BLUE);
    };
  }
}
