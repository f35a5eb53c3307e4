package dev.blazon.service.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Answers with plain text that must not be cached ({@code no-store}). */
public final class PlainText {

  private static final String TYPE = "text/plain;charset=utf-8";

  private PlainText() {}

  public static void answer(HttpServerRequest request, int status, String line) {
    answer(request, status, TYPE, line + "\n");
  }

  public static void answer(HttpServerRequest request, int status, String type, String body) {
    SecurityHeaders.put(request.response())
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }
}
