package dev.blazon.stats.command;

import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.download.ImportedDay;
import dev.blazon.stats.download.MalformedFileException;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports days from files, or one from a source. */
@Command(
    name = "import",
    description = {
      "Imports days. A day is replaced as a whole, or stays as it was.",
      "Files together hold their days of all projects, or of those of --projects. A file is CSV or"
          + " NDJSON with date, project, version, downloads and any of without_mirrors, python,"
          + " system, installer, country, ci; or lines of linehaul's log. It may be packed by gzip"
          + " (.gz).",
      "A day comes from BigQuery, or, of listed projects, from ClickHouse."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "files of rows")
  private List<Path> files = List.of();

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "a day such as 2026-08-24, of a source")
  private Optional<Day> day = Optional.empty();

  @Mixin private SourceOptions options;

  ImportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty() == day.isEmpty()) {
      throw new BadInputException("either files or --day are needed; see --help");
    }
    List<ImportedDay> days = day.isPresent() ? importDay(day.get()) : importFiles();
    PrintWriter out = spec.commandLine().getOut();
    days.forEach(imported -> out.println(DayLine.of(imported)));
    if (days.isEmpty()) {
      out.println("nothing to do: the days are there, of all projects");
    }
    return ExitCode.FINE;
  }

  private List<ImportedDay> importFiles() throws IOException, MalformedFileException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    Set<ProjectName> projects = options.listed();
    try (Watch watch = shell.watch();
        Store store = shell.open()) {
      watch.begin("reading", "bytes", bytes);
      return (projects.isEmpty()
              ? shell.importer(store, watch).importFiles(files)
              : shell.importer(store, watch, projects).importFiles(files))
          .orElseThrow(BusyException::new);
    }
  }

  private List<ImportedDay> importDay(Day wanted)
      throws IOException, SourceException, InterruptedException {
    try (DaySources sources = new DaySources(shell);
        Watch watch = shell.watch();
        Store store = shell.open()) {
      return new DayImports(shell, store, sources, watch, options.wanted(shell), options.rule())
          .importDay(wanted);
    }
  }
}
