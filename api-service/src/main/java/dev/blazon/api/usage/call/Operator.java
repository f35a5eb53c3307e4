package dev.blazon.api.usage.call;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/** Tells whether a request is the operator's. */
@FunctionalInterface
public interface Operator {

  /** Completes on the request's event loop; never fails. */
  Future<Boolean> isAsking(HttpServerRequest request);
}
