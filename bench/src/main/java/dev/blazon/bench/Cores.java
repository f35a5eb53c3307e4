package dev.blazon.bench;

import java.util.ArrayList;
import java.util.List;

/** Which core does what, so that the measured and the measuring never share one. */
enum Cores {
  /** What is measured. */
  SERVER("0"),
  /** What makes the load, and the stand-in for PyPI. */
  LOAD("1");

  private final String id;

  Cores(String id) {
    this.id = id;
  }

  /** The command, pinned to this core. */
  List<String> pinned(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", id));
    pinned.addAll(command);
    return pinned;
  }
}
