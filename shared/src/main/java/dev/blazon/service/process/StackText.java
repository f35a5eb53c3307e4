package dev.blazon.service.process;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What threads do, as lines of text for the log. */
final class StackText {

  /** More than the frames of an event loop down to our own handlers. */
  private static final int FRAMES = 40;

  /** More threads than a service has. */
  private static final int THREADS = 200;

  private StackText() {}

  /** One line for each frame, the innermost first; each begins with a line break. */
  static String of(StackTraceElement[] stack) {
    return Stream.of(stack)
        .limit(FRAMES)
        .map(frame -> "\n\tat " + frame)
        .collect(Collectors.joining());
  }

  /** The name, state and frames of every thread of the JVM. */
  static String ofAllThreads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .sorted(Comparator.comparing(thread -> thread.getKey().getName()))
        .limit(THREADS)
        .map(StackText::of)
        .collect(Collectors.joining());
  }

  private static String of(Map.Entry<Thread, StackTraceElement[]> thread) {
    return "\n"
        + thread.getKey().getName()
        + " "
        + thread.getKey().getState()
        + of(thread.getValue());
  }
}
