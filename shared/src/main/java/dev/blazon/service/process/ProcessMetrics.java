package dev.blazon.service.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The resident memory of the process, heap included. A container's memory limit applies to it, and
 * Micrometer has no binder for it. Linux only; NaN elsewhere.
 */
final class ProcessMetrics implements MeterBinder {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final String NOT_DIGITS = "\\D+";

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("process.memory.resident", ProcessMetrics::residentBytes)
        .strongReference(true)
        .description("resident memory of the process: heap, code, stacks and buffers")
        .baseUnit("bytes")
        .register(registry);
  }

  private static double residentBytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> Long.parseLong(line.replaceAll(NOT_DIGITS, "")) << 10)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
