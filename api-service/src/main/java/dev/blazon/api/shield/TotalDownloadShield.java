package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;

/** Shows the all-time download count of a project, including mirrors. */
final class TotalDownloadShield implements TotalDownloadsShield {

  static final String ID = "download-total";

  private static final String LABEL = "downloads";

  @Override
  public Description description() {
    return Description.of(
        ID,
        "Downloads in all",
        "How often the project was downloaded since it exists, mirrors included.",
        LABEL);
  }

  @Override
  public Content content(Long total, Wording wording) {
    String number = CountFormat.of(wording).format(total);
    return switch (wording) {
      case PYPIP_IN, BADGE_FURY -> new Content(LABEL, number, BRIGHTGREEN);
      case SHIELDS_IO -> new Content(LABEL, number, DownloadColor.of(total));
      case BADGEN_NET -> new Content(LABEL, number, BadgenColors.GREEN);
      case PEPY_TECH, PEPY_TECH_ABBREVIATED, PEPY_TECH_PLAIN -> new Content(LABEL, number, BLUE);
    };
  }
}
