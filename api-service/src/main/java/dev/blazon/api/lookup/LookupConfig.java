package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.RedisAddress;
import dev.blazon.api.pypi.Index;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import dev.blazon.upstream.UpstreamLimits;
import dev.blazon.upstream.UpstreamsConfig;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of the look-ups: where facts come from and how long they are cached.
 *
 * @param pypi the default index
 * @param indexes further indexes, by name
 * @param limits the limits of requests to each upstream
 * @param upstreams what all upstreams have in common
 * @param fresh how long a project's facts are fresh
 * @param retention how long stale facts are used when the upstream fails
 * @param endpointHosts the hosts that endpoint documents may come from, in lower case
 * @param memoryBytes about what projects may take in memory; the other facts take a fraction more
 * @param redis the store that processes share; empty: none
 */
public record LookupConfig(
    Index pypi,
    List<Index> indexes,
    UpstreamLimits limits,
    UpstreamsConfig upstreams,
    Duration fresh,
    Duration retention,
    List<String> endpointHosts,
    long memoryBytes,
    Optional<RedisAddress> redis) {

  /** The longest accepted document, in bytes; the largest real one has 42 MB. */
  private static final long MAX_DOCUMENT = 64L << 20;

  private static final Duration TRANSFER = Duration.ofSeconds(30);

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException when a value is invalid
   */
  public static LookupConfig read(Settings settings) {
    return new LookupConfig(
        new Index(
            Index.USUAL,
            settings.url(
                "BLAZON_PYPI_URL",
                "https://pypi.org",
                "the index that serves /pypi/{project}/json"),
            Optional.empty()),
        IndexesSetting.read(settings),
        new UpstreamLimits(
            settings.duration(
                "BLAZON_UPSTREAM_DEADLINE", "2400ms", "the longest wait for an upstream"),
            TRANSFER,
            settings.integer(
                "BLAZON_UPSTREAM_IN_FLIGHT", 128, 1, 10_000, "requests to one upstream at once"),
            settings.integer(
                "BLAZON_UPSTREAM_WAITING", 2_048, 0, 100_000, "more requests that may wait for it"),
            MAX_DOCUMENT),
        UpstreamsConfig.read(settings),
        settings.duration("BLAZON_PROJECT_FRESH", "10m", "how long a project's facts are fresh"),
        settings.duration("BLAZON_PROJECT_KEPT", "7d", "how long they are used when PyPI fails"),
        hosts(
            settings.text(
                "BLAZON_ENDPOINT_HOSTS",
                "raw.githubusercontent.com,gist.githubusercontent.com",
                "hosts that endpoint badges may come from")),
        settings.bytes("BLAZON_FACTS_MEMORY", "12mb", "memory for facts of all kinds"),
        settings
            .text("BLAZON_REDIS_URL", "redis://, rediss://, redis+sentinel:// or redis+cluster://")
            .map(RedisAddress::parse));
  }

  private static List<String> hosts(String text) {
    return Stream.of(text.split(","))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .distinct()
        .toList();
  }
}
