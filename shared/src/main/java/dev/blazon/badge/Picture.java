package dev.blazon.badge;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A painted badge.
 *
 * @param format the format of {@code body}
 * @param body the bytes of the file; shared between answers, so it must not be modified
 * @param etag a strong entity tag with its quotes (RFC 9110, section 8.8.3), the same for the same
 *     bytes
 * @param source where the picture came from
 * @param logoProblem why the requested logo is missing; empty: no logo is missing
 * @param hurried whether the logo is missing only because time ran out. The next request may find
 *     it, so this picture must not be cached
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

    /** The value in the header and in metrics, for example {@code disk}. */
    public String word() {
      return word;
    }

    /**
     * The source with this {@link #word}; empty if there is none.
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
