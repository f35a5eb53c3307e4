package dev.blazon.api.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a badge URL asks for: a picture, or the badge's words as JSON. */
public enum AnswerFormat {
  SVG,
  PNG,
  JSON;

  private final String extension = name().toLowerCase(Locale.ROOT);

  /** In file names and metrics, for example {@code svg}. */
  public String extension() {
    return extension;
  }

  /** The format whose extension ends the path; empty when none does. */
  public static Optional<AnswerFormat> ofPath(String path) {
    return Stream.of(values()).filter(format -> path.endsWith("." + format.extension)).findFirst();
  }
}
