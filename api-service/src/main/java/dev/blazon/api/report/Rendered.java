package dev.blazon.api.report;

import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Refusal;
import dev.blazon.service.ByteBudget;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A written answer.
 *
 * @param about what its numbers rest on
 * @param etag the entity tag of the body as it is sent
 * @param packed whether the body is compressed with gzip
 * @param refusal why there are no numbers; empty: there are
 * @param memory is given back once the body is handed to the connection
 */
record Rendered(
    int status,
    String type,
    Buffer body,
    String etag,
    boolean packed,
    Provenance about,
    Optional<Refusal> refusal,
    ByteBudget.Share memory) {}
