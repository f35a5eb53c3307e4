package dev.blazon.bench;

import java.util.ArrayList;
import java.util.List;

/** The two cores of a benchmark, so that the measured server and the load never share one. */
public enum Cores {
  /** The core of the measured server. */
  SERVER("0"),
  /** The core of the load and of the stand-in for PyPI. */
  LOAD("1");

  private final String id;

  Cores(String id) {
    this.id = id;
  }

  /** The command, pinned to this core. */
  public List<String> pinned(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", id));
    pinned.addAll(command);
    return pinned;
  }
}
