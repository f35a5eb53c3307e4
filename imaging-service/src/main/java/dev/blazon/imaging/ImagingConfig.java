package dev.blazon.imaging;

import dev.blazon.service.Settings;
import dev.blazon.service.UserCacheFolder;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What an operator may decide about painting, in its own process or inside the API service.
 *
 * @param cacheFolder where generic pictures are kept
 * @param cacheTime how long they are kept
 * @param cacheBytes how much the folder may hold
 * @param memoryBytes how much of all pictures is held in memory
 * @param painters how many pictures are painted at once on worker threads
 * @param queue how many more may wait; beyond that the answer is an {@link OverloadedException}
 */
public record ImagingConfig(
    Path cacheFolder,
    Duration cacheTime,
    long cacheBytes,
    long memoryBytes,
    int painters,
    int queue) {

  /** Reads the settings, which are the same in both services. */
  public static ImagingConfig read(Settings settings) {
    return new ImagingConfig(
        settings.path(
            "BLAZON_CACHE_DIR",
            UserCacheFolder.locate(),
            "the user's cache folder",
            "where generic pictures are kept"),
        settings.duration("BLAZON_CACHE_TTL", "24h", "how long generic pictures are kept"),
        settings.bytes("BLAZON_CACHE_SIZE", "256mb", "how much disk they may take"),
        settings.bytes("BLAZON_PICTURE_MEMORY", "6mb", "how much memory painted pictures may take"),
        settings.integer(
            "BLAZON_PAINTERS",
            Runtime.getRuntime().availableProcessors(),
            "one a processor",
            1,
            256,
            "how many PNG pictures are painted at once"),
        settings.integer(
            "BLAZON_PAINT_QUEUE", 256, 0, 100_000, "how many more may wait; the rest is refused"));
  }
}
