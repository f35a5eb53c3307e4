package dev.blazon.badge;

import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import java.util.Optional;

/**
 * A painted badge.
 *
 * @param format what {@code body} is
 * @param body the file's bytes; shared between answers, never to be changed
 * @param etag a strong entity tag with its quotes (RFC 9110, section 8.8.3), the same for the same
 *     bytes
 * @param source where the picture came from
 * @param logoProblem why a logo that was asked for is missing; empty: none is missing
 * @param hurried whether it is missing for want of time only: the next try may find it, so nobody
 *     should keep this picture
 */
public record Picture(
    ImageFormat format,
    Buffer body,
    String etag,
    Source source,
    Optional<String> logoProblem,
    boolean hurried) {

  /** Where a picture came from: the value of the {@code Blazon-Cache} header. */
  public enum Source {
    MEMORY,
    DISK,
    PAINTED
  }

  public Picture {
    Objects.requireNonNull(format);
    Objects.requireNonNull(body);
    Objects.requireNonNull(etag);
    Objects.requireNonNull(source);
    Objects.requireNonNull(logoProblem);
  }
}
