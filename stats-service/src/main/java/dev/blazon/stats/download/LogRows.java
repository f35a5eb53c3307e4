package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Dimension;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.Details;
import dev.blazon.stats.source.Mirrors;
import dev.blazon.stats.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Rows of log lines, as the CDN of PyPI writes them and an operator's own mirror can: {@code
 * download|date|country|path|TLS protocol|TLS cipher|project|version|package type|user agent}. Each
 * is one download. The day is that of the line's own time. Other lines of the log begin with
 * another word and are left out.
 */
final class LogRows {

  static final String FIRST_WORD = "download|";

  private static final String OTHER_WORD = "simple|";
  private static final String NOTHING = "(null)";
  private static final int FIELDS = 10;
  private static final int DATE = 1;
  private static final int COUNTRY = 2;
  private static final int PROJECT = 6;
  private static final int VERSION = 7;
  private static final int TYPE = 8;
  private static final int AGENT = 9;

  private final Lines lines;
  private final Intake intake;

  LogRows(Lines lines, Intake intake) {
    this.lines = lines;
    this.intake = intake;
  }

  /** Whether a first line is one of a log. */
  static boolean isLog(String line) {
    return line.startsWith(FIRST_WORD) || line.startsWith(OTHER_WORD);
  }

  /** Sends all rows to the intake, from the line that {@code lines} stands at. */
  void read() throws IOException, MalformedFileException {
    boolean left = true;
    while (left) {
      String line =
          new String(
              lines.array(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
      if (line.startsWith(FIRST_WORD)) {
        row(line.split("\\|", FIELDS));
      } else if (!line.isEmpty() && !isLog(line)) {
        throw lines.malformed("the line is no line of a log of downloads");
      }
      left = lines.next();
    }
  }

  private void row(String[] fields) throws MalformedFileException {
    if (fields.length < FIELDS) {
      throw lines.malformed("there are " + fields.length + " fields instead of " + FIELDS);
    }
    Optional<Details> client = UserAgents.read(fields[AGENT]);
    if (client.isEmpty()) {
      return;
    }
    try {
      Day day = day(fields[DATE]);
      if (fields[PROJECT].equals(NOTHING)
          || fields[VERSION].equals(NOTHING)
          || fields[TYPE].equals(NOTHING)) {
        intake.reject(day);
        return;
      }
      String country = fields[COUNTRY].equals(NOTHING) ? "" : fields[COUNTRY];
      Details details = client.get().with(Dimension.COUNTRY, country);
      boolean mirror = Mirrors.contain(details.get(Dimension.INSTALLER).orElse(""));
      intake.count(
          new CountRow(
              day, fields[PROJECT], fields[VERSION], new Counts(1, mirror ? 0 : 1), details));
    } catch (SourceException e) {
      throw lines.malformed(e.getMessage());
    }
  }

  private Day day(String date) throws MalformedFileException {
    try {
      return Day.at(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      throw lines.malformed(
          "the time is none such as Fri, 20 Jul 2018 02:19:19 GMT: '" + date + "'");
    }
  }
}
