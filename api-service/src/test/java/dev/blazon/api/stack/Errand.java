package dev.blazon.api.stack;

import dev.blazon.service.RequestId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * One request of a load, and how far it has come, to explain a missing answer. Its id is also in
 * the logs of the stack's processes. Used on the load's event loop.
 */
final class Errand {

  private final String id;
  private final Duration timeout;
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private String connection = "no connection";
  private String seen = "never sent";
  private long bytes;
  private boolean closed;

  Errand(String id, Duration timeout) {
    this.id = id;
    this.timeout = timeout;
  }

  /**
   * Sends the request and has the answer judged. A request that times out is reset, which closes
   * its connection.
   */
  Future<Verdict> run(HttpClient client, int port, SteadyLoad.Question question) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(question.uri())
            .putHeader(RequestId.HEADER, id);
    return client
        .request(options)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .compose(
            request ->
                send(request, question)
                    .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(problem -> request.reset()));
  }

  private Future<Verdict> send(HttpClientRequest request, SteadyLoad.Question question) {
    connection = "connection " + request.connection().localAddress();
    request.connection().closeHandler(gone -> closed = true);
    seen = "nothing of an answer";
    return request
        .send()
        .compose(
            response ->
                listen(response).body().map(body -> question.judge(response.statusCode(), body)));
  }

  private HttpClientResponse listen(HttpClientResponse response) {
    String head = "the head of an answer, " + response.statusCode();
    seen = head;
    return response
        .handler(
            chunk -> {
              bytes += chunk.length();
              seen = head + ", and " + bytes + " bytes of its body";
            })
        .endHandler(end -> seen = "a whole answer, " + response.statusCode());
  }

  @Override
  public String toString() {
    String end = closed ? ", then the connection was closed" : "";
    return id + " of " + begun + ", " + connection + ": " + seen + end;
  }
}
