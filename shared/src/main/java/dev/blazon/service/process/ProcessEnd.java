package dev.blazon.service.process;

import dev.blazon.service.log.Logging;
import java.util.function.IntConsumer;

/**
 * How the watchdog ends a process.
 *
 * @param closeLogs writes the lines that wait; may take a second or block
 * @param exit ends the process with a status at once, without shutdown hooks: they might need an
 *     event loop that stands still
 */
record ProcessEnd(Runnable closeLogs, IntConsumer exit) {

  /** The end of a process that runs one service. */
  static final ProcessEnd REAL = new ProcessEnd(Logging::close, Runtime.getRuntime()::halt);

  /** For a service inside another process, which must not be ended. */
  static final ProcessEnd NEVER = new ProcessEnd(() -> {}, status -> {});
}
