package dev.blazon.stats.command;

import dev.blazon.count.Day;
import dev.blazon.service.Settings;
import dev.blazon.service.log.LogConfig;
import dev.blazon.service.log.Logging;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./blazon stats}: its subcommands do the work. */
@Command(
    name = "./blazon stats",
    description = "Imports, seeds, exports and checks the counts of downloads.",
    footerHeading = "%nSettings, which the service reads, too:%n",
    footer = {
      "  BLAZON_STATS_DATABASE        sqlite:DIR or postgresql://...",
      "  BLAZON_STATS_DAYS            for so many days versions are kept: 180",
      "  BLAZON_STATS_PROJECTS        projects that are fetched: names, or a file",
      "  BLAZON_BIGQUERY_CREDENTIALS  a Google service account's file",
      "  BLAZON_CLICKHOUSE_URL        asked without it, for listed projects",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:a check found a difference, or a source or the database failed",
      "2:the arguments, a setting or a file are not what they should be",
      "75:another import is running: try again later",
      "130:interrupted, as by Ctrl-C; what was reported as done is kept, nothing else"
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = StatsCommand.Version.class)
final class StatsCommand {

  /** Set by the launcher if messages go to a terminal: Java cannot tell which stream does. */
  private static final String TERMINAL = "blazon.terminal";

  /** Only main and its tests make it. */
  private StatsCommand() {}

  /** The version of this jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Blazon " + dev.blazon.service.Version.CURRENT};
    }
  }

  /** Runs the command, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Standard output is for what the command says; failures of libraries come as exceptions.
    Logging.configure(LogConfig.read(new Settings(Map.of("BLAZON_LOG_LEVEL", "error"))));
    Interruption interruption = new Interruption();
    interruption.watch();
    Shell shell =
        new Shell(
            System.getenv(),
            System.err,
            Boolean.getBoolean(TERMINAL),
            Clock.systemUTC(),
            interruption);
    int code = commandLine(shell).execute(arguments);
    interruption.end();
    System.exit(code);
  }

  static CommandLine commandLine(Shell shell) {
    CommandLine line = new CommandLine(new StatsCommand());
    line.addSubcommand(new ImportCommand(shell));
    line.addSubcommand(new BackfillCommand(shell));
    line.addSubcommand(new SeedCommand(shell));
    line.addSubcommand(new StatusCommand(shell));
    line.addSubcommand(new ExportCommand(shell));
    line.addSubcommand(new VerifyCommand(shell));
    line.registerConverter(Day.class, DayArgument::parse);
    line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(new Failures(shell.interruption()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }
}
