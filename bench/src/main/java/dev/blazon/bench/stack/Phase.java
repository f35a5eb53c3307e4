package dev.blazon.bench.stack;

import dev.blazon.bench.load.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * One stretch of load, and what was seen meanwhile.
 *
 * @param rate requests a second
 * @param waiting badges that said that download counts have to wait for their turn
 * @param samples of all processes, those of the load and the upstream among them; at least one
 * @param counted by the parts themselves
 */
record Phase(double rate, Tally tally, long waiting, List<Watch.Sample> samples, Counters counted) {

  /** The load itself, among the samples. */
  static final String LOAD = "the load";

  /** The stand-in for PyPI, among the samples. */
  static final String UPSTREAM = "stand-in for PyPI";

  private static final Set<String> NOT_OURS = Set.of(LOAD, UPSTREAM);
  private static final double MEBIBYTE = 1 << 20;

  /** All processes, ours and the others. */
  List<String> names() {
    return List.copyOf(atTheEnd().usages().keySet());
  }

  Watch.Sample atTheEnd() {
    return samples.get(samples.size() - 1);
  }

  /** Those of the stack. */
  Set<String> parts() {
    return parts(atTheEnd());
  }

  static Set<String> parts(Watch.Sample sample) {
    Set<String> parts = new TreeSet<>(sample.usages().keySet());
    parts.removeAll(NOT_OURS);
    return parts;
  }

  /** Processor time in a second, of all its processes: 1 is one core. */
  double cores() {
    return parts().stream().mapToDouble(this::cores).sum();
  }

  double cores(String name) {
    Watch.Sample first = samples.get(0);
    Watch.Sample last = atTheEnd();
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

  /** Memory of the whole stack in MiB, what its processes share counted once. */
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
