package dev.blazon.service.log;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.event.Level;

/**
 * The settings of logging.
 *
 * @param format the format of every line
 * @param level the lowest level that is logged to standard output
 * @param errors the file for internal errors; empty: standard error
 * @param access the file of the access log, or {@link #STANDARD_OUTPUT}; empty: there is none
 */
public record LogConfig(Format format, Level level, Optional<Path> errors, Optional<Path> access) {

  /** Stands for standard output as the place of the access log. */
  static final Path STANDARD_OUTPUT = Path.of("-");

  static final LogConfig USUAL =
      new LogConfig(Format.TEXT, Level.INFO, Optional.empty(), Optional.empty());

  enum Format {
    /** Lines for people. */
    TEXT,
    /** One JSON object a line, for programs. */
    JSON
  }

  /** Reads the settings; fails with one clear line if a file cannot be written. */
  public static LogConfig read(Settings settings) {
    return new LogConfig(
        settings.choice(
            "BLAZON_LOG_FORMAT", USUAL.format(), "lines of text, or one JSON object a line"),
        settings.choice("BLAZON_LOG_LEVEL", USUAL.level(), "the lowest level that is logged"),
        writable(settings, "BLAZON_ERROR_LOG", "a file for internal errors; none: standard error"),
        writable(
            settings,
            "BLAZON_ACCESS_LOG",
            "a file, or - for standard output, for a line about each request: no address, no query"));
  }

  private static Optional<Path> writable(Settings settings, String name, String meaning) {
    Optional<Path> file = settings.text(name, meaning).map(Path::of);
    file.filter(path -> !path.equals(STANDARD_OUTPUT))
        .ifPresent(
            path -> {
              try {
                Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
              } catch (IOException e) {
                throw new InvalidSettingException(name, path.toString(), "cannot be written");
              }
            });
    return file;
  }
}
