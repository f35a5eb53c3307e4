package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * What a command did, in this process.
 *
 * @param out what it printed for programs
 * @param err what it printed for people
 */
record CommandRun(int code, String out, String err) {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  /** Runs {@code ./blazon stats} on a database. */
  static CommandRun of(String database, String... arguments) {
    return of(database, Map.of(), arguments);
  }

  static CommandRun of(String database, Map<String, String> more, String... arguments) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("BLAZON_STATS_DATABASE", database);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StringWriter out = new StringWriter();
    Shell shell =
        new Shell(
            environment,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            CLOCK,
            new Interruption());
    CommandLine line = StatsCommand.commandLine(shell);
    line.setOut(new PrintWriter(out, true));
    int code = line.execute(arguments);
    return new CommandRun(code, out.toString(), err.toString(StandardCharsets.UTF_8));
  }

  /** Fails if the command did not end well. */
  CommandRun fine() {
    assertEquals(ExitCode.FINE, code, err);
    return this;
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
