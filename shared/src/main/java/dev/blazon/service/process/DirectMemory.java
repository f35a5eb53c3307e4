package dev.blazon.service.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netty.util.internal.PlatformDependent;

/**
 * The memory outside of the heap that Netty reads and writes with. When it is used up, Netty must
 * fail at once, which closes one connection. By default Netty asks the JVM for it, and then an
 * event loop sleeps up to half a second for each buffer, in {@code java.nio.Bits.reserveMemory}.
 */
final class DirectMemory implements MeterBinder {

  /**
   * Lets Netty count and allocate direct memory itself up to {@code -XX:MaxDirectMemorySize}. The
   * manifests of the services' jars have the {@code Add-Opens} that this needs before Java 24.
   */
  private static final String OWN_ACCOUNTING = "io.netty.tryReflectionSetAccessible";

  /** Call this before any class of Netty is loaded. */
  static void failAtOnceWhenUsedUp() {
    if (System.getProperty(OWN_ACCOUNTING) == null) {
      System.setProperty(OWN_ACCOUNTING, "true");
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("blazon.direct.memory.used", PlatformDependent::usedDirectMemory)
        .strongReference(true)
        .description("memory outside of the heap that network buffers take")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("blazon.direct.memory.limit", PlatformDependent::maxDirectMemory)
        .strongReference(true)
        .description("memory outside of the heap that network buffers may take")
        .baseUnit("bytes")
        .register(registry);
  }
}
