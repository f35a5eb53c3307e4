package dev.blazon.badge;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    PAINTED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** In the header and in metrics, for example {@code disk}. */
    public String word() {
      return word;
    }

    /**
     * The source with that word; empty when there is none.
     *
     * @param word may be null
     */
    public static Optional<Source> of(String word) {
      return Stream.of(values()).filter(source -> source.word.equals(word)).findFirst();
    }
  }

  public Picture {
    Objects.requireNonNull(format);
    Objects.requireNonNull(body);
    Objects.requireNonNull(etag);
    Objects.requireNonNull(source);
    Objects.requireNonNull(logoProblem);
  }
}
