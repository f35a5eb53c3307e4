package dev.blazon.stats.command;

import dev.blazon.count.Day;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes days as files that can be imported. */
@Command(
    name = "export",
    description = {
      "Writes a CSV file for each day, and lists all of the folder in index.json.",
      "An import of the file gives the same counts; breakdowns are not in it."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DAY",
      description = "a day such as 2026-08-24; may be given several times")
  private List<Day> days;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "the folder, which is made if need be; the present one if not given")
  private Path folder;

  @Option(names = "--gzip", description = "packs the files")
  private boolean isPacked;

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    ExportFolder files = new ExportFolder(folder, isPacked);
    try (Watch watch = shell.watch();
        Store store = shell.open();
        ImportLock lock = store.lockForImport().orElseThrow(BusyException::new);
        StoreSnapshot snapshot = lock.snapshot()) {
      for (Day day : days) {
        LedgerEntry entry = whole(snapshot, day);
        watch.begin("writing " + day, "projects", 0);
        Path file = files.write(day, output -> new DayExport(entry, watch).run(snapshot, output));
        watch.end();
        spec.commandLine().getOut().println(file + ": " + Files.size(file) + " bytes");
      }
      files.writeIndex();
    }
    return ExitCode.FINE;
  }

  /** A file of a day that is known of few projects would say that all others had no downloads. */
  private static LedgerEntry whole(StoreSnapshot snapshot, Day day) {
    return snapshot
        .ledger()
        .entry(day)
        .filter(entry -> entry.scope() == Scope.ALL_PROJECTS)
        .orElseThrow(
            () -> new ProblemException(day + ": the day was not imported for all projects"));
  }
}
