package dev.blazon.stats.command;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.stats.store.Store;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports the days of a range that are not there yet. */
@Command(
    name = "backfill",
    description = {
      "Imports the days of a range that are not there yet, from the source that the settings name.",
      "Each month is kept as a whole when it is done, so a backfill that was killed goes on where"
          + " it was: run it again."
    },
    mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "DAY", description = "the first day")
  private Day from;

  @Option(names = "--to", required = true, paramLabel = "DAY", description = "the last day")
  private Day to;

  @Mixin private SourceOptions options;

  BackfillCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    if (to.isBefore(from)) {
      throw new BadInputException("--to " + to + " is before --from " + from);
    }
    PrintWriter out = spec.commandLine().getOut();
    try (DaySources sources = new DaySources(shell);
        Watch watch = shell.watch();
        Store store = shell.open()) {
      new DayImports(shell, store, sources, watch, options.wanted(shell), options.rule())
          .backfill(new DayRange(from, to), day -> out.println(DayLine.of(day)));
    }
    return ExitCode.FINE;
  }
}
