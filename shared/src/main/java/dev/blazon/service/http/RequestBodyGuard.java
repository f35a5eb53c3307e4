package dev.blazon.service.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Checks the framing of request bodies before a request is handled (RFC 9112, section 6), also of
 * those without a meaning, as in a GET (RFC 9110, section 9.3.1). After a body that is long or of
 * unknown length, the connection is closed with the response. So no client can make the server read
 * for ever, and bytes that a proxy in front took for a body are never answered as a second request
 * (request smuggling). Thread-safe.
 */
final class RequestBodyGuard implements Handler<HttpServerRequest> {

  private static final String CHUNKED = "chunked";

  private final long mostBytes;
  private final ClientErrorCount errors;
  private final Handler<HttpServerRequest> next;

  /** Connections that close after the current response; further requests on them are ignored. */
  private final Set<HttpConnection> ending =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * Creates a guard in front of a handler.
   *
   * @param mostBytes the longest body, in bytes, after which the connection is reused
   * @param errors counts bodies whose end is ambiguous
   * @param next answers the request
   */
  RequestBodyGuard(long mostBytes, ClientErrorCount errors, Handler<HttpServerRequest> next) {
    this.mostBytes = mostBytes;
    this.errors = errors;
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
      errors.add(ClientErrorCount.Kind.AMBIGUOUS_BODY);
      MalformedRequests.refuse(request, 400, "a body is chunked, or has a length");
      return;
    }
    // The decoder removes a length beside a coding, so every request with a coding is suspect.
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
    ConnectionDraining.closeAfterAnswer(request);
  }
}
