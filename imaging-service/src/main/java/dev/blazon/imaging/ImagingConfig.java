package dev.blazon.imaging;

import dev.blazon.service.OverloadedException;
import dev.blazon.service.Settings;
import dev.blazon.service.UserCacheFolder;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of painting, in the imaging service or inside the API service.
 *
 * @param cacheFolder the folder for cached generic pictures
 * @param cacheTime how long they are cached
 * @param cacheBytes the maximum size of the folder, in bytes
 * @param memoryBytes the maximum size of the cache in memory, in bytes
 * @param paintBytes what the pictures that are being painted may take in memory, in bytes
 * @param painters the number of worker threads that paint
 * @param queue how many more pictures may wait; beyond that, requests fail with {@link
 *     OverloadedException}
 */
public record ImagingConfig(
    Path cacheFolder,
    Duration cacheTime,
    long cacheBytes,
    long memoryBytes,
    long paintBytes,
    int painters,
    int queue) {

  /** Enough for most pictures; a larger one is painted when no other is. */
  private static final long LEAST_PAINT_BYTES = 1 << 20;

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
        settings.bytes(
            "BLAZON_PAINT_MEMORY",
            "40mb",
            LEAST_PAINT_BYTES,
            "memory for pictures being painted, in all; beyond it: 503, or a plain badge"),
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
