package dev.blazon.api.page;

import dev.blazon.service.http.PlainText;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The paths of the pages, and what handles each. Thread-safe once all are added.
 *
 * <p>The paths are matched here before a request is handed to the router: the router would refuse
 * some badge URLs, such as those with an invalid percent-encoding, and badge requests must not pay
 * for routing.
 */
final class PageRoutes {

  private static final int NOT_FOUND = 404;

  private final Router router;
  private final Set<String> read = new HashSet<>();
  private final List<String> readBelow = new ArrayList<>();
  private final Set<String> posted = new HashSet<>();

  PageRoutes(Vertx vertx) {
    this.router = Router.router(vertx);
  }

  /** Adds a path that is read (GET and HEAD). */
  void get(String path, Handler<HttpServerRequest> handler) {
    read.add(path);
    // A regular expression, since the router's plain paths ignore a slash at the end.
    reading(router.routeWithRegex(Pattern.quote(path)), handler);
  }

  /** Adds all paths that begin with a folder, and are read. */
  void getBelow(String folder, Handler<HttpServerRequest> handler) {
    readBelow.add(folder);
    reading(router.route(folder + "*"), handler);
  }

  private static void reading(Route route, Handler<HttpServerRequest> handler) {
    route
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(context -> handler.handle(context.request()));
  }

  /** Adds a path to which forms are posted. */
  void post(String path, Handler<HttpServerRequest> handler) {
    posted.add(path);
    router.post(path).handler(context -> handler.handle(context.request()));
  }

  /** Sets what handles a path of the pages that the router does not find. */
  void otherwise(Handler<HttpServerRequest> handler) {
    router.errorHandler(NOT_FOUND, context -> handler.handle(context.request()));
  }

  /**
   * Handles the request if its path is one of the pages'.
   *
   * @return whether it is one; if so, the request has been answered or will be
   */
  boolean handle(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !isPage(request.method(), path)) {
      return false;
    }
    if (request.authority() == null) {
      // The router would throw; RFC 9112, section 3.2, demands 400.
      PlainText.answer(request, 400, "a Host header is needed");
    } else {
      router.handle(request);
    }
    return true;
  }

  private boolean isPage(HttpMethod method, String path) {
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return read.contains(path) || readBelow.stream().anyMatch(path::startsWith);
    }
    return method.equals(HttpMethod.POST) && posted.contains(path);
  }
}
