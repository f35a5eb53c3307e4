package dev.blazon.stats.command;

import dev.blazon.stats.download.Verification;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreSnapshot;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Adds up all days again, and compares. */
@Command(
    name = "verify",
    description =
        "Adds up totals, windows and rankings again from days and seeds, and prints a line for each"
            + " difference; then the exit code is 1.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  VerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Watch watch = shell.watch();
        Store store = shell.open();
        ImportLock lock = store.lockForImport().orElseThrow(BusyException::new);
        StoreSnapshot snapshot = lock.snapshot()) {
      watch.begin("verifying", "rows", 0);
      Verification.Result result = Verification.run(snapshot, () -> watch.step(1), out::println);
      watch.end();
      spec.commandLine()
          .getErr()
          .println(
              "%d projects and %d days compared, %d differences"
                  .formatted(result.projects(), result.days(), result.differences()));
      return result.differences() == 0 ? ExitCode.FINE : ExitCode.PROBLEM;
    }
  }
}
