package dev.blazon.stats.command;

import dev.blazon.count.Day;
import dev.blazon.stats.download.Seeded;
import dev.blazon.stats.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives projects all-time totals from elsewhere. */
@Command(
    name = "seed",
    description = {
      "Gives projects all-time totals up to a day; later days add to them.",
      "Days up to then that are imported, too, are not counted twice. A seed replaces the one"
          + " before. A project whose days add up to more keeps that sum."
    },
    mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV with project, total_downloads and, if known, total_without_mirrors")
  private Path file;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DAY",
      description = "the last day that the totals contain")
  private Day until;

  SeedCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    long bytes = Files.size(file);
    try (Watch watch = shell.watch();
        Store store = shell.open()) {
      watch.begin("reading", "bytes", bytes);
      Seeded seeded =
          shell.importer(store, watch).seed(file, until).orElseThrow(BusyException::new);
      watch.end();
      spec.commandLine()
          .getOut()
          .println(
              "%d projects have totals until %s; %d of them keep the larger sum of their days; %d rejects"
                  .formatted(seeded.projects(), until, seeded.kept(), seeded.rejects()));
    }
    return ExitCode.FINE;
  }
}
