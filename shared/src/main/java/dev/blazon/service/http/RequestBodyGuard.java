package dev.blazon.service.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Bounds the bodies of requests before anyone looks at them (RFC 9112, section 6), whether they are
 * wanted or, as with a GET, mean nothing (RFC 9110, section 9.3.1). A body that is neither short
 * nor of known length ends its connection with the answer: so nobody keeps us reading for ever, and
 * what a proxy in front took for a body is never answered as a second request. Thread-safe.
 */
final class RequestBodyGuard implements Handler<HttpServerRequest> {

  private static final String CHUNKED = "chunked";

  private final long mostBytes;
  private final Handler<HttpServerRequest> next;

  /** Those that end with the answer under way: what was read from them beyond it is nothing. */
  private final Set<HttpConnection> ending =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * The rule before a handler.
   *
   * @param mostBytes how long a body may be for its connection to be used again
   * @param next answers the request
   */
  RequestBodyGuard(long mostBytes, Handler<HttpServerRequest> next) {
    this.mostBytes = mostBytes;
    this.next = next;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!ending.isEmpty() && ending.contains(request.connection())) {
      return;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
    if (coding != null && !isPlainlyChunked(request)) {
      MalformedRequests.refuse(request, 400, "a body is chunked, or has a length");
      return;
    }
    // A length beside a coding has been taken away by the decoder, so no coding is above suspicion.
    if (coding != null || (length != null && !isShort(length))) {
      closeAfterAnswer(request);
    }
    next.handle(request);
  }

  private static boolean isPlainlyChunked(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return codings.size() == 1
        && codings.get(0).strip().equalsIgnoreCase(CHUNKED)
        && request.version() == HttpVersion.HTTP_1_1;
  }

  private boolean isShort(String length) {
    try {
      return Long.parseLong(length.strip()) <= mostBytes;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void closeAfterAnswer(HttpServerRequest request) {
    ending.add(request.connection());
    HttpServerResponse response = request.response();
    ConnectionDraining.isLast(response);
    response.endHandler(sent -> request.connection().close());
  }
}
