package dev.blazon.stats.command;

import java.io.PrintWriter;

/**
 * Shows progress in plain lines, of which there are few: for logs. A part that is small has none.
 */
final class PlainWatch implements Watch {

  /** Lines of a part whose end is known. */
  private static final int PARTS = 10;

  /** A part with less than this is over in a moment. */
  private static final long SMALL = 10_000;

  /** How much lies between two lines of a part whose end nobody knows. */
  private static final long STEP = 1_000_000;

  private final PrintWriter err;
  private final Interruption interruption;
  private String name = "";
  private String unit = "";
  private long most;
  private long done;
  private long next = Long.MAX_VALUE;

  PlainWatch(PrintWriter err, Interruption interruption) {
    this.err = err;
    this.interruption = interruption;
  }

  @Override
  public void begin(String newName, String newUnit, long newMost) {
    name = newName;
    unit = newUnit;
    most = newMost;
    done = 0;
    next = most == 0 ? STEP : most < SMALL ? Long.MAX_VALUE : most / PARTS;
  }

  @Override
  public void step(long more) {
    interruption.check();
    done += more;
    if (done < next) {
      return;
    }
    if (most == 0) {
      err.println(name + ": " + done + " " + unit);
      next += STEP;
    } else {
      err.println(name + ": " + done * 100 / most + " % of " + most + " " + unit);
      next += most / PARTS;
    }
    err.flush();
  }

  @Override
  public void projectsMerged(long more) {
    if (!name.equals("merging")) {
      begin("merging", "projects", 0);
    }
    step(more);
  }

  @Override
  public void end() {
    next = Long.MAX_VALUE;
  }
}
