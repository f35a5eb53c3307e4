package dev.blazon.api.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The behaviour of a {@link StubServer} for a request, right or faulty. */
@FunctionalInterface
public interface Behaviour {

  void handle(Vertx vertx, HttpServerRequest request);

  /** 200 with this JSON document. */
  static Behaviour json(String document) {
    Buffer body = Buffer.buffer(document);
    return (vertx, request) ->
        request.response().putHeader("Content-Type", "application/json").end(body);
  }

  /** 200 with this JSON document, gzipped. */
  static Behaviour gzippedJson(String document) {
    Buffer body = gzip(document.getBytes(StandardCharsets.UTF_8));
    return (vertx, request) ->
        request
            .response()
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Encoding", "gzip")
            .end(body);
  }

  /** 200 with this JSON document, or 304 if the entity tag matches. */
  static Behaviour jsonWithEtag(String document, String etag) {
    return (vertx, request) -> {
      if (etag.equals(request.getHeader("If-None-Match"))) {
        request.response().setStatusCode(304).end();
      } else {
        request.response().putHeader("ETag", etag);
        json(document).handle(vertx, request);
      }
    };
  }

  /** 200 with a body of some other type. */
  static Behaviour body(String contentType, Buffer body) {
    return (vertx, request) -> request.response().putHeader("Content-Type", contentType).end(body);
  }

  static Behaviour html() {
    return body("text/html", Buffer.buffer("<!doctype html><title>Hotel Wi-Fi</title>"));
  }

  static Behaviour status(int code, String body, Map<String, String> headers) {
    return (vertx, request) -> {
      headers.forEach(request.response()::putHeader);
      request.response().setStatusCode(code).end(body);
    };
  }

  static Behaviour status(int code) {
    return status(code, "", Map.of());
  }

  /** Accepts the request and never answers. */
  static Behaviour hang() {
    return (vertx, request) -> {};
  }

  /** Closes the connection at once. */
  static Behaviour hangUp() {
    return (vertx, request) -> request.connection().close();
  }

  /** Announces a whole document, sends its beginning, and closes the connection. */
  static Behaviour resetMidBody(String beginning) {
    return (vertx, request) ->
        request
            .response()
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Length", Integer.toString(beginning.length() + 1_000))
            .write(beginning)
            .onComplete(written -> request.connection().close());
  }

  /** Announces a whole document, sends its beginning, and then nothing more. */
  static Behaviour stallMidBody(String beginning) {
    return (vertx, request) ->
        request
            .response()
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Length", Integer.toString(beginning.length() + 1_000))
            .write(beginning);
  }

  /** Another behaviour, after a delay. */
  default Behaviour after(Duration delay) {
    return (vertx, request) ->
        vertx.setTimer(Math.max(1, delay.toMillis()), late -> handle(vertx, request));
  }

  private static Buffer gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(packed.toByteArray());
  }
}
