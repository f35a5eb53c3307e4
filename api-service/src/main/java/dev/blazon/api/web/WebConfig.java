package dev.blazon.api.web;

import dev.blazon.service.Address;
import dev.blazon.service.Settings;
import java.time.Duration;

/**
 * How badges are served.
 *
 * @param address where
 * @param deadline how long a reader waits for any answer
 * @param renderedBytes about what the answers given before may take in memory
 * @param renderedFresh how long such an answer is given again without another thought
 */
public record WebConfig(
    Address address, Duration deadline, long renderedBytes, Duration renderedFresh) {

  /** Reads the settings. */
  public static WebConfig read(Settings settings) {
    return new WebConfig(
        Address.ofService(settings),
        settings.duration(
            "BLAZON_DEADLINE", "3500ms", "how long a reader waits for any badge, at most"),
        settings.bytes("BLAZON_RENDERED_SIZE", "16mb", "memory for answers given before, in all"),
        settings.duration(
            "BLAZON_RENDERED_FRESH", "60s", "how long such an answer is simply given again"));
  }
}
