package dev.blazon.bench.stack;

import dev.blazon.bench.load.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * One phase of the load, and what was measured during it.
 *
 * @param rate requests per second
 * @param notCounted badges that said that there is no number of downloads yet
 * @param samples measurements of all processes, including the load and the upstream; at least one
 * @param counted the increase of the processes' own counters
 */
record Phase(
    double rate, Tally tally, long notCounted, List<Watch.Sample> samples, Counters counted) {

  /** The name of the load's own process among the samples. */
  static final String LOAD = "the load";

  /** The name of the stand-in for PyPI among the samples. */
  static final String UPSTREAM = "stand-in for PyPI";

  private static final Set<String> OUTSIDE = Set.of(LOAD, UPSTREAM);
  private static final double MEBIBYTE = 1 << 20;

  /** The names of all processes. */
  List<String> names() {
    return List.copyOf(last().usages().keySet());
  }

  Watch.Sample last() {
    return samples.get(samples.size() - 1);
  }

  /** The names of the stack's processes. */
  Set<String> parts() {
    return parts(last());
  }

  static Set<String> parts(Watch.Sample sample) {
    Set<String> parts = new TreeSet<>(sample.usages().keySet());
    parts.removeAll(OUTSIDE);
    return parts;
  }

  /** Processor time per second of all processes of the stack; 1 is one core. */
  double cores() {
    return parts().stream().mapToDouble(this::cores).sum();
  }

  double cores(String name) {
    Watch.Sample first = samples.get(0);
    Watch.Sample last = last();
    Duration cpu = last.of(name).cpu().minus(first.of(name).cpu());
    Duration time = last.at().minus(first.at());
    return time.isZero() ? 0 : cpu.toNanos() / (double) time.toNanos();
  }

  /** Resident memory of one process, in MiB. */
  Trend resident(String name) {
    return trend(sample -> sample.of(name).resident() / MEBIBYTE);
  }

  Trend files(String name) {
    return trend(sample -> sample.of(name).files());
  }

  Trend sockets(String name) {
    return trend(sample -> sample.of(name).sockets());
  }

  /** Memory of the whole stack in MiB; shared memory counts once. */
  Trend memory() {
    return trend(this::mebibytes);
  }

  double mostMemory() {
    return samples.stream().mapToDouble(this::mebibytes).max().orElse(0);
  }

  private double mebibytes(Watch.Sample sample) {
    return parts().stream().mapToLong(part -> sample.of(part).proportional()).sum() / MEBIBYTE;
  }

  private Trend trend(ToDoubleFunction<Watch.Sample> number) {
    return Trend.of(samples.stream().mapToDouble(number).toArray());
  }
}
