package dev.blazon.stats.command;

import dev.blazon.stats.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which days are known, and where they are from. */
@Command(
    name = "status",
    description = "Shows which days were imported, gaps, suspect days, sources, rows and size.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  private enum Format {
    TEXT,
    JSON
  }

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json; json also lists each day")
  private Format format;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    try (Store store = shell.open()) {
      Status status =
          new Status(shell.config().database().toString(), store.bytes(), store.ledger());
      PrintWriter out = spec.commandLine().getOut();
      if (format == Format.JSON) {
        out.println(StatusJson.of(status));
      } else {
        StatusText.lines(status).forEach(out::println);
      }
    }
    return ExitCode.FINE;
  }
}
