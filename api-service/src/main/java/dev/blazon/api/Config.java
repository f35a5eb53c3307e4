package dev.blazon.api;

import dev.blazon.api.lookup.LookupConfig;
import dev.blazon.api.web.WebConfig;
import dev.blazon.imaging.ImagingConfig;
import dev.blazon.service.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * All that an operator may decide.
 *
 * @param imagingServices imaging services to ask, a name for all its addresses; none: painting is
 *     done in this process
 * @param imagingDeadline for one picture from them, a second try included
 * @param imaging how to paint in this process
 */
record Config(
    WebConfig web,
    LookupConfig lookup,
    List<URI> imagingServices,
    Duration imagingDeadline,
    ImagingConfig imaging) {

  /** Reads every setting, also those that the others make unneeded: the help lists them all. */
  static Config read(Settings settings) {
    WebConfig web = WebConfig.read(settings);
    ImagingConfig imaging = ImagingConfig.read(settings);
    return new Config(
        web,
        LookupConfig.read(settings, imaging.cacheFolder()),
        settings.urls(
            "BLAZON_IMAGING_URL",
            "imaging services, comma-separated, a name for all its addresses; none: in this process"),
        settings.duration(
            "BLAZON_IMAGING_DEADLINE", "2s", "how long one picture may take from them"),
        imaging);
  }
}
