package dev.blazon.stats.command;

import dev.blazon.count.Day;
import picocli.CommandLine.TypeConversionException;

/** A day as an argument. */
final class DayArgument {

  static Day parse(String text) {
    return Day.parse(text)
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is no day such as 2026-08-24"));
  }

  private DayArgument() {}
}
