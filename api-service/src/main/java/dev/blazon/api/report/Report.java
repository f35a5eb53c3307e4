package dev.blazon.api.report;

import dev.blazon.api.question.RefusedException;
import io.vertx.core.Future;

/**
 * Answers one kind of call. It throws, or its future fails, with {@link RefusedException} if there
 * are no numbers.
 */
@FunctionalInterface
interface Report {

  Future<Rendered> of(Call call);
}
