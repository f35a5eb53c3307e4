package dev.blazon.api.usage;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** Reports as a stats service sends them. Closing it resets the request. For one event loop. */
final class RemoteReports implements Usage.Reports {

  private final HttpClientRequest request;
  private final HttpClientResponse response;
  private boolean ended;

  RemoteReports(HttpClientRequest request, HttpClientResponse response) {
    this.request = request;
    this.response = response;
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      request.reset();
    }
  }

  @Override
  public RemoteReports exceptionHandler(Handler<Throwable> handler) {
    response.exceptionHandler(handler);
    return this;
  }

  @Override
  public RemoteReports handler(Handler<Buffer> handler) {
    response.handler(handler);
    return this;
  }

  @Override
  public RemoteReports pause() {
    response.pause();
    return this;
  }

  @Override
  public RemoteReports resume() {
    response.resume();
    return this;
  }

  @Override
  public RemoteReports fetch(long amount) {
    response.fetch(amount);
    return this;
  }

  @Override
  public RemoteReports endHandler(Handler<Void> handler) {
    response.endHandler(
        end -> {
          ended = true;
          handler.handle(null);
        });
    return this;
  }
}
