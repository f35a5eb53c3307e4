package dev.blazon.bench.usage;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Senders of reports that send the next ones as soon as the last ones are acknowledged: how many
 * does the server take in a second? All runs on one event loop.
 */
final class Ingest {

  private static final long TIMEOUT_MILLIS = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * What was acknowledged.
   *
   * @param failures requests by what went wrong
   */
  record Outcome(long reports, double seconds, Map<String, Long> failures) {
    double perSecond() {
      return reports / seconds;
    }
  }

  private final URI server;
  private final int batch;
  private final SyntheticReports synthetic;
  private final HttpClient client;
  private final long start = System.nanoTime();
  private final long end;
  private final Promise<Outcome> done = Promise.promise();
  private final Map<String, Long> failures = new TreeMap<>();
  private long reports;
  private int senders;

  private Ingest(Vertx vertx, URI server, int senders, int batch, Duration time, long seed) {
    this.server = server;
    this.batch = batch;
    this.senders = senders;
    this.synthetic = new SyntheticReports(seed);
    this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(senders));
    this.end = start + time.toNanos();
  }

  /**
   * Sends for this long.
   *
   * @param batch reports in a request
   * @param seed different for each run: the server knows reports that it has
   */
  static Outcome run(Vertx vertx, URI server, int senders, int batch, Duration time, long seed) {
    Ingest ingest = new Ingest(vertx, server, senders, batch, time, seed);
    Context context = vertx.getOrCreateContext();
    for (int i = 0; i < senders; i++) {
      context.runOnContext(now -> ingest.next());
    }
    return ingest.done.future().await();
  }

  private void next() {
    if (System.nanoTime() >= end) {
      senders--;
      if (senders == 0) {
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        client.close();
        done.complete(new Outcome(reports, seconds, failures));
      }
      return;
    }
    String body = batch == 1 ? synthetic.next().json() : synthetic.batch(batch);
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI(UsageServer.REPORT)
                .putHeader("Content-Type", "application/json")
                .setTimeout(TIMEOUT_MILLIS))
        .compose((HttpClientRequest request) -> request.send(Buffer.buffer(body)))
        .compose(response -> response.body().map(said -> fault(response.statusCode(), said)))
        .onSuccess(
            fault -> {
              if (fault.isEmpty()) {
                reports += batch;
              } else {
                failures.merge(fault, 1L, Long::sum);
              }
            })
        .onFailure(e -> failures.merge(e.getClass().getSimpleName(), 1L, Long::sum))
        .onComplete(answered -> next());
  }

  private static String fault(int status, Buffer said) {
    if (status != 200) {
      return "status " + status;
    }
    return UsageServer.isAccepted(said) ? "" : "no acknowledgement";
  }
}
