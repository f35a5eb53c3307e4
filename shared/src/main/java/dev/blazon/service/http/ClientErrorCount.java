package dev.blazon.service.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts what clients do wrong, as {@code blazon_client_errors_total}. Strangers decide how often
 * that happens, so it is neither logged nor counted as an internal error. Thread-safe.
 */
final class ClientErrorCount {

  /** What a client did wrong; the value of the tag {@code kind}. */
  enum Kind {
    /** What was sent is no HTTP request; 400. */
    MALFORMED,
    /** 414. */
    URL_TOO_LONG,
    /** 431. */
    HEADERS_TOO_LONG,
    /** The end of the body is ambiguous; 400. */
    AMBIGUOUS_BODY,
    /** The body broke off, or its chunks are malformed; 400. */
    BODY_BROKEN,
    /** 413. */
    BODY_TOO_LONG,
    /** 408. */
    BODY_TOO_SLOW,
    /** A request head did not arrive in time; the connection was closed. */
    HEAD_TOO_SLOW,
    /** The client closed the connection before the answer to its request was sent. */
    ABORTED;

    private String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Kind, Counter> counters;

  ClientErrorCount(MeterRegistry registry) {
    this.counters =
        Arrays.stream(Kind.values())
            .collect(
                Collectors.toMap(
                    kind -> kind,
                    kind ->
                        Counter.builder("blazon.client.errors")
                            .description("broken requests of clients: answered 4xx or closed")
                            .tag("kind", kind.tag())
                            .register(registry),
                    (a, b) -> a,
                    () -> new EnumMap<>(Kind.class)));
  }

  void add(Kind kind) {
    counters.get(kind).increment();
  }
}
