package dev.blazon.api.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The format of an answer: a picture, or the badge's words as JSON. */
public enum AnswerFormat {
  SVG,
  PNG,
  JSON;

  private final String extension = name().toLowerCase(Locale.ROOT);

  /** The name in file names and metrics, for example {@code svg}. */
  public String extension() {
    return extension;
  }

  /** The format whose extension the path ends with, or empty if it ends with none. */
  public static Optional<AnswerFormat> ofPath(String path) {
    return Stream.of(values()).filter(format -> path.endsWith("." + format.extension)).findFirst();
  }
}
