package dev.blazon.stats.source.bigquery;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.Pause;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs queries in BigQuery over its REST interface, and reads their results page by page.
 * Thread-safe.
 */
public final class BigQueryClient {

  /** BigQuery holds a request for 10 seconds at most; a page has up to 10 MB. */
  public static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(30), Duration.ofMinutes(5), 1, 4, 32L << 20);

  /** About 5 MB of JSON; BigQuery itself ends a page at 10 MB. */
  private static final int ROWS_PER_PAGE = 50_000;

  /** How long BigQuery holds a request while the query runs. */
  private static final Duration POLL = Duration.ofSeconds(10);

  /** A failure that passes lasts seconds; later the whole import is tried again. */
  private static final int TRIES = 4;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final RemoteCalls calls;
  private final URI base;
  private final ServiceAccount account;
  private final AccessTokens tokens;
  private final long maxBytesBilled;
  private final String location;
  private final Pause pause;

  /**
   * Creates a client.
   *
   * @param base such as {@code https://bigquery.googleapis.com}
   * @param maxBytesBilled a query that would cost more bytes is not run
   * @param location where the dataset is; PyPI's is in {@code US}
   */
  public BigQueryClient(
      RemoteCalls calls,
      URI base,
      ServiceAccount account,
      long maxBytesBilled,
      String location,
      Clock clock,
      Pause pause) {
    this.calls = calls;
    this.base = base;
    this.account = account;
    this.tokens = new AccessTokens(calls, account, clock);
    this.maxBytesBilled = maxBytesBilled;
    this.location = location;
    this.pause = pause;
  }

  /** Far below the 100 requests a second that BigQuery allows a user. */
  public static RateLimit rate(Clock clock) {
    return new RateLimit(clock).and(10, Duration.ofSeconds(1));
  }

  /** The service's name in messages. */
  String name() {
    return calls.name();
  }

  /** Takes the rows of a page; empty cells are NULL. */
  @FunctionalInterface
  interface RowsSink {
    void add(List<List<Optional<String>>> rows) throws SourceException;
  }

  /**
   * Runs a query to its end.
   *
   * @param query fields of the request: the SQL and its parameters
   * @param columns the columns that the result must have
   * @return how many rows the sink got
   * @throws SourceException if not every row arrived; the sink may have got some
   */
  long run(JsonObject query, List<String> columns, Deadline deadline, RowsSink sink)
      throws SourceException, InterruptedException {
    PagedQuery pages = new PagedQuery(name(), columns);
    ResultPage page = request(start(query, deadline), deadline);
    Optional<String> jobId = page.jobId();
    while (!page.isComplete()) {
      page = request(next(jobId, page, deadline), deadline);
    }
    pages.add(page);
    sink.add(page.rows());
    while (page.pageToken().isPresent()) {
      page = request(next(jobId, page, deadline), deadline);
      if (!page.isComplete()) {
        throw new SourceException(Kind.MALFORMED, name() + ": a complete query runs again");
      }
      pages.add(page);
      sink.add(page.rows());
    }
    pages.end();
    return page.totalRows();
  }

  private Upstream.Call start(JsonObject query, Deadline deadline) throws SourceException {
    JsonObject body =
        query
            .copy()
            .put("useLegacySql", false)
            .put("location", location)
            .put("maximumBytesBilled", Long.toString(maxBytesBilled))
            .put("maxResults", ROWS_PER_PAGE)
            .put("timeoutMs", POLL.toMillis())
            .put("jobTimeoutMs", Long.toString(deadline.left().toMillis()))
            // A request that is repeated does not start, and cost, a second query.
            .put("requestId", UUID.randomUUID().toString());
    return Upstream.Call.post(
        URI.create(queries()),
        Map.of("Content-Type", "application/json"),
        Buffer.buffer(body.encode()));
  }

  private Upstream.Call next(Optional<String> jobId, ResultPage page, Deadline deadline)
      throws SourceException {
    deadline.left();
    if (jobId.isEmpty()) {
      throw new SourceException(Kind.MALFORMED, name() + " did not name the query's job");
    }
    String uri =
        queries()
            + "/"
            + encoded(jobId.get())
            + "?location="
            + encoded(page.location().orElse(location))
            + "&maxResults="
            + ROWS_PER_PAGE
            + "&timeoutMs="
            + POLL.toMillis()
            + page.pageToken().map(token -> "&pageToken=" + encoded(token)).orElse("");
    return new Upstream.Call(URI.create(uri), Map.of(), Optional.empty());
  }

  private String queries() {
    return base + "/bigquery/v2/projects/" + encoded(account.projectId()) + "/queries";
  }

  /** Sends a request, and repeats it after failures that pass. */
  private ResultPage request(Upstream.Call call, Deadline deadline)
      throws SourceException, InterruptedException {
    Duration wait = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return send(call, deadline);
      } catch (SourceException e) {
        if (e.kind() != Kind.UNAVAILABLE
            || attempt == TRIES
            || deadline.left().compareTo(wait) <= 0) {
          throw e;
        }
      }
      pause.take(wait);
      wait = wait.multipliedBy(2);
    }
  }

  private ResultPage send(Upstream.Call call, Deadline deadline)
      throws SourceException, InterruptedException {
    RemoteAnswer<BigQueryReply> answer = sendWithToken(call, deadline);
    if (answer.head().status() == 401) {
      tokens.forget();
      answer = sendWithToken(call, deadline);
    }
    int status = answer.head().status();
    if (answer.document().isEmpty()) {
      throw new SourceException(
          status >= 500 || status == 429 ? Kind.UNAVAILABLE : Kind.MALFORMED,
          "%s sent an unusable answer with status %d: %s"
              .formatted(name(), status, answer.problem()));
    }
    return answer.document().get().page(name(), status);
  }

  private RemoteAnswer<BigQueryReply> sendWithToken(Upstream.Call call, Deadline deadline)
      throws SourceException, InterruptedException {
    Upstream.Call authorized = call.withHeader("Authorization", "Bearer " + tokens.get(deadline));
    return calls.send(
        authorized, deadline, head -> Optional.of(BigQueryReply.reader(head.status())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
