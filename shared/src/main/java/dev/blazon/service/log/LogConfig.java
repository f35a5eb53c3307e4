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
 * What is logged, how, and where to.
 *
 * @param format of every line
 * @param level the least that the usual log tells, on the standard output
 * @param errors a file for what cannot happen; empty: the standard error
 * @param access a file for a line about every request; empty: none is written
 */
public record LogConfig(Format format, Level level, Optional<Path> errors, Optional<Path> access) {

  /** Where a line about every request goes that is not to go into a file. */
  static final Path STANDARD_OUTPUT = Path.of("-");

  static final LogConfig USUAL =
      new LogConfig(Format.TEXT, Level.INFO, Optional.empty(), Optional.empty());

  enum Format {
    /** For people. */
    TEXT,
    /** One object a line, for programs. */
    JSON
  }

  /** Reads the settings; fails with a clear line when a file cannot be written. */
  public static LogConfig read(Settings settings) {
    return new LogConfig(
        settings.choice("BLAZON_LOG_FORMAT", USUAL.format(), "one line, or one object a line"),
        settings.choice("BLAZON_LOG_LEVEL", USUAL.level(), "the least that is logged"),
        writable(
            settings, "BLAZON_ERROR_LOG", "a file for what cannot happen; none: standard error"),
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
