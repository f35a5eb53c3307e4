package dev.blazon.stats.command;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows progress as a bar on a terminal, one for each part of the work. */
final class BarWatch implements Watch {

  /** Every terminal has as many; to ask it how many it has would take a native library. */
  private static final int COLUMNS = 80;

  private static final int UPDATE_MILLIS = 200;

  private final PrintStream terminal;
  private final Interruption interruption;
  private Optional<ProgressBar> bar = Optional.empty();
  private boolean merging;

  BarWatch(PrintStream terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  @Override
  public void begin(String name, String unit, long most) {
    end();
    merging = false;
    bar =
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(name)
                .setUnit(" " + unit, 1)
                .setInitialMax(most == 0 ? -1 : most) // Of unknown length, says the library.
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
                .build());
  }

  @Override
  public void step(long more) {
    interruption.check();
    bar.ifPresent(shown -> shown.stepBy(more));
  }

  @Override
  public void projectsMerged(long more) {
    if (!merging) {
      begin("merging", "projects", 0);
      merging = true;
    }
    step(more);
  }

  @Override
  public void end() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
