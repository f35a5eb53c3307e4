package dev.blazon.api;

import dev.blazon.api.lookup.LookupConfig;
import dev.blazon.api.usage.call.UsageAccess;
import dev.blazon.api.web.WebConfig;
import dev.blazon.imaging.ImagingConfig;
import dev.blazon.service.Settings;
import dev.blazon.stats.StatsConfig;
import dev.blazon.stats.usage.UsageConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Every setting of the API service, read once at the start.
 *
 * @param statsServices the stats services; empty: downloads are counted in this process
 * @param stats how to count in this process; unused when there are stats services, but for {@link
 *     dev.blazon.stats.StatsMode#OFF}
 * @param usage whether programs may report, and how to keep that in this process
 * @param usageAccess who may report, and who may read what is counted
 * @param imagingServices the imaging services; a name stands for all its addresses; empty: badges
 *     are painted in this process
 * @param imagingDeadline the longest wait for one picture from them, including a second try
 * @param imaging how to paint in this process; unused when there are imaging services
 */
record Config(
    WebConfig web,
    LookupConfig lookup,
    List<URI> statsServices,
    StatsConfig stats,
    UsageConfig usage,
    UsageAccess usageAccess,
    List<URI> imagingServices,
    Duration imagingDeadline,
    ImagingConfig imaging) {

  /**
   * Reads every setting, even those that other settings make unused, because the help lists them
   * all.
   */
  static Config read(Settings settings) {
    WebConfig web = WebConfig.read(settings);
    ImagingConfig imaging = ImagingConfig.read(settings);
    return new Config(
        web,
        LookupConfig.read(settings),
        settings.urls("BLAZON_STATS_URL", "stats services, comma-separated; none: count here"),
        StatsConfig.read(settings),
        UsageConfig.read(settings),
        UsageAccess.read(settings),
        settings.urls(
            "BLAZON_IMAGING_URL",
            "imaging services, comma-separated, a name stands for all its addresses; none: paint"
                + " here"),
        settings.duration(
            "BLAZON_IMAGING_DEADLINE", "2s", "the longest wait for one picture from them"),
        imaging);
  }
}
