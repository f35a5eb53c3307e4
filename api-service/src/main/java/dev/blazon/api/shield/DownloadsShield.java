package dev.blazon.api.shield;

import dev.blazon.api.downloads.DownloadCounts;

/** A shield that shows recent download counts. */
public non-sealed interface DownloadsShield extends Shield<DownloadCounts> {

  @Override
  default String notFound(Wording wording) {
    return wording == Wording.SHIELDS_IO ? "package not found" : "not found";
  }
}
