package dev.blazon.stats.source.clickhouse;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.Excerpt;
import dev.blazon.stats.source.remote.RemoteAnswer;
import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.upstream.RateLimit;
import dev.blazon.upstream.Upstream;
import dev.blazon.upstream.UpstreamLimits;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends queries to a ClickHouse server over HTTP, and refuses each answer that is not certainly
 * whole. Thread-safe.
 */
public final class ClickHouseClient {

  /**
   * Limits for the public service. A query may run for 60 seconds there, and the answer begins
   * after it. Two queries at once are few beside the half a million that it answers in a month.
   */
  public static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(65), Duration.ofSeconds(120), 2, 16, 64L << 20);

  /** A change of limits by the operators of the public service is noticed within this time. */
  private static final Duration LIMITS_KEPT = Duration.ofHours(1);

  private static final String SETTINGS =
      """
      SELECT name, value FROM system.settings
      WHERE name IN ('%s', '%s', '%s', '%s', '%s')
      """
          .formatted(
              ServerLimits.RESULT_ROWS,
              ServerLimits.ROWS_TO_READ,
              ServerLimits.BYTES_TO_READ,
              ServerLimits.GROUPS,
              ServerLimits.SECONDS);

  /** No result of ours has more rows, whatever the server allows. */
  private static final int MAX_ROWS = 10_000;

  private final RemoteCalls calls;
  private final ClickHouseAddress address;
  private final Clock clock;
  private Optional<ServerLimits> limits = Optional.empty();
  private Instant limitsReadAt = Instant.MIN;

  public ClickHouseClient(RemoteCalls calls, ClickHouseAddress address, Clock clock) {
    this.calls = calls;
    this.address = address;
    this.clock = clock;
  }

  /**
   * A rate that the public service hardly notices; a large project takes some 40 queries. A usual
   * one takes seven, which need not wait for each other, since a reader waits for them.
   */
  public static RateLimit rate(Clock clock) {
    return new RateLimit(clock).and(8, Duration.ofSeconds(1)).and(60, Duration.ofMinutes(1));
  }

  /** The server's name in messages. */
  String name() {
    return calls.name();
  }

  /**
   * Runs a query.
   *
   * @throws SourceException if there is no result, or one that may be too small
   */
  QueryResult run(BoundQuery query, Deadline deadline)
      throws SourceException, InterruptedException {
    ServerLimits bounds = limits(deadline);
    QueryResult result = send(query, rows(bounds), deadline);
    Optional<String> reached = bounds.reached(result);
    if (reached.isPresent()) {
      throw new SourceException(Kind.MALFORMED, name() + ": " + reached.get());
    }
    return result;
  }

  /** How many rows a result may have, so that it is certainly not cut. */
  int maxRows(Deadline deadline) throws SourceException, InterruptedException {
    return rows(limits(deadline)) - 1;
  }

  private static int rows(ServerLimits bounds) {
    return bounds.resultRows() > 0 ? (int) Math.min(MAX_ROWS, bounds.resultRows()) : MAX_ROWS;
  }

  /** The server's limits. A server that keeps its settings secret has those of the public one. */
  private synchronized ServerLimits limits(Deadline deadline)
      throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (limits.isEmpty() || now.isAfter(limitsReadAt.plus(LIMITS_KEPT))) {
      limits = Optional.of(readLimits(deadline));
      limitsReadAt = now;
    }
    return limits.get();
  }

  private ServerLimits readLimits(Deadline deadline) throws SourceException, InterruptedException {
    QueryResult result;
    try {
      result = send(new BoundQuery(SETTINGS, Map.of()), MAX_ROWS, deadline);
    } catch (SourceException e) {
      if (e.kind() == Kind.DENIED) {
        return ServerLimits.PUBLIC;
      }
      throw e;
    }
    Map<String, String> settings = new HashMap<>();
    for (ResultRow row : result.rows()) {
      settings.put(row.text(0), row.text(1));
    }
    return settings.isEmpty() ? ServerLimits.PUBLIC : ServerLimits.of(settings);
  }

  private QueryResult send(BoundQuery query, int maxRows, Deadline deadline)
      throws SourceException, InterruptedException {
    RemoteAnswer<QueryResult> answer =
        calls.send(
            call(query),
            deadline,
            head ->
                head.status() == 200 ? Optional.of(new ResultReader(maxRows)) : Optional.empty());
    if (answer.document().isEmpty() || ClickHouseErrors.isError(answer)) {
      throw ClickHouseErrors.of(name(), answer);
    }
    if (!answer.head().mediaType().startsWith("application/json")) {
      throw new SourceException(
          Kind.MALFORMED,
          name() + " answered with the type " + Excerpt.quoted(answer.head().mediaType()));
    }
    return withSummary(answer);
  }

  private Upstream.Call call(BoundQuery query) {
    // With wait_end_of_query the server begins its answer after the query has ended: errors get a
    // status of their own, and the summary in the header is final. Read-only users may set it.
    StringBuilder uri =
        new StringBuilder(address.base().toString())
            .append("?wait_end_of_query=1&default_format=JSONCompact&database=")
            .append(encoded(address.database()));
    query
        .parameters()
        .forEach((name, value) -> uri.append("&param_" + name + "=" + encoded(value)));
    return Upstream.Call.post(
        URI.create(uri.toString()),
        Map.of(
            "X-ClickHouse-User", address.user(),
            "X-ClickHouse-Key", address.password(),
            "Content-Type", "text/plain; charset=utf-8"),
        Buffer.buffer(query.sql()));
  }

  /** Newer servers count in a header, too; the larger numbers hold. */
  private QueryResult withSummary(RemoteAnswer<QueryResult> answer) throws SourceException {
    QueryResult result = answer.document().orElseThrow();
    Optional<String> summary = answer.head().header("X-ClickHouse-Summary");
    if (summary.isEmpty()) {
      return result;
    }
    try {
      JsonObject numbers = new JsonObject(summary.get());
      return new QueryResult(
          result.rows(),
          result.values(),
          Math.max(result.rowsRead(), whole(numbers, "read_rows")),
          Math.max(result.bytesRead(), whole(numbers, "read_bytes")),
          result.seconds());
    } catch (RuntimeException e) {
      throw new SourceException(
          Kind.MALFORMED,
          name() + " sent an unreadable summary: " + Excerpt.quoted(summary.get()),
          e);
    }
  }

  private static long whole(JsonObject numbers, String field) {
    return Long.parseLong(String.valueOf(numbers.getValue(field, "0")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
