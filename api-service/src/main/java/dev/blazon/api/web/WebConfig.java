package dev.blazon.api.web;

import dev.blazon.api.operator.PasswordHash;
import dev.blazon.api.page.Page;
import dev.blazon.api.page.TrustedProxies;
import dev.blazon.service.Address;
import dev.blazon.service.Settings;
import dev.blazon.service.http.HttpLimits;
import dev.blazon.service.http.HttpMemory;
import dev.blazon.service.http.RequestBodies;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of the HTTP server and of its cache of answers.
 *
 * @param address where it listens
 * @param connections how many connections may be open at once
 * @param memory what their requests and answers may take
 * @param bodyBytes what the bodies of all requests may take in memory
 * @param deadline the longest time a reader waits for an answer
 * @param renderedBytes about what the cached answers may take in memory
 * @param renderedFresh how long a cached answer is sent again without a look-up
 * @param publicUrl the address that people use for this service; empty: the host of each request
 * @param proxies whose word is taken for the address by which readers reached this service
 * @param operator the hash of the operator's password; empty: there are no pages for an operator
 */
public record WebConfig(
    Address address,
    int connections,
    HttpMemory memory,
    long bodyBytes,
    Duration deadline,
    long renderedBytes,
    Duration renderedFresh,
    Optional<URI> publicUrl,
    TrustedProxies proxies,
    Optional<PasswordHash> operator) {

  /** Reads the settings. */
  public static WebConfig read(Settings settings) {
    return new WebConfig(
        Address.ofService(settings),
        HttpLimits.connections(settings),
        HttpMemory.read(settings),
        RequestBodies.memory(settings, 2L * Page.LONGEST_BODY),
        settings.duration("BLAZON_DEADLINE", "2800ms", "the longest wait for any badge"),
        settings.bytes("BLAZON_RENDERED_SIZE", "8mb", "memory for finished answers, in all"),
        settings.duration(
            "BLAZON_RENDERED_FRESH", "60s", "how long such an answer is sent again unchanged"),
        publicUrl(settings),
        TrustedProxies.read(settings),
        settings.secret(
            "BLAZON_OPERATOR_PASSWORD_HASH",
            "opens /operator; ./blazon password makes it; none: there is no such page",
            PasswordHash::parse));
  }

  private static Optional<URI> publicUrl(Settings settings) {
    return settings
        .urls(
            "BLAZON_PUBLIC_URL",
            "the public address of this service; none: the host of each request")
        .stream()
        .findFirst();
  }
}
