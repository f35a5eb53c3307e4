package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.page.ServiceStatus.Totals;
import dev.blazon.api.page.ServiceStatus.UpstreamState;
import dev.blazon.testing.MutableClock;
import dev.blazon.upstream.SourceState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceStatusTest {

  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final MutableClock clock = new MutableClock();
  private final ServiceStatus status = new ServiceStatus(metrics, clock);

  @Test
  void counts_by_the_hour() {
    answered(3);
    requested("document", 1);
    status.count();
    clock.advance(Duration.ofMinutes(30));
    answered(2);
    assertEquals(new Totals(5, 1, 0), status.hours().get(0).totals());

    clock.advance(Duration.ofMinutes(31));
    answered(1);
    requested("slow", 1);
    requested("missing", 1);

    assertEquals(2, status.hours().size());
    assertEquals(new Totals(1, 2, 1), status.hours().get(0).totals());
    assertEquals(new Totals(5, 1, 0), status.hours().get(1).totals());
  }

  @Test
  void forgets_what_is_older_than_a_day() {
    for (int hour = 0; hour < 30; hour++) {
      status.count();
      clock.advance(Duration.ofHours(1));
    }
    assertEquals(24, status.hours().size());
  }

  @Test
  void shows_how_each_upstream_is_and_since_when() {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger state = new AtomicInteger(SourceState.NOT_ASKED.number());
    gauge("blazon.upstream.breaker.open", open);
    gauge("blazon.upstream.state", state);
    gauge("blazon.upstream.state.since", new AtomicInteger(60));
    assertEquals(
        List.of(
            new UpstreamState(
                "pypi", SourceState.NOT_ASKED, Instant.parse("1970-01-01T00:01:00Z"), true)),
        status.upstreams());
    assertTrue(status.upstreams().get(0).isWell());

    open.set(1);
    state.set(SourceState.REFUSED.number());
    assertFalse(status.upstreams().get(0).isInUse());
    assertFalse(status.upstreams().get(0).isWell());
  }

  private void gauge(String name, AtomicInteger value) {
    Gauge.builder(name, value, AtomicInteger::get).tag("upstream", "pypi").register(metrics);
  }

  @Test
  void counts_a_stale_answer_as_a_hit() {
    metrics
        .counter("blazon.lookup", "facts", "project", "tier", "memory", "result", "hit")
        .increment(2);
    metrics
        .counter("blazon.lookup", "facts", "project", "tier", "memory", "result", "stale")
        .increment();
    metrics
        .counter("blazon.lookup", "facts", "project", "tier", "memory", "result", "miss")
        .increment();
    metrics
        .counter("blazon.lookup", "facts", "project", "tier", "redis", "result", "miss")
        .increment(9);

    assertEquals(75, status.ratios().get(1).percent());
  }

  private void answered(int times) {
    metrics.counter("blazon.requests", "shield", "version").increment(times);
  }

  private void requested(String outcome, int times) {
    for (int i = 0; i < times; i++) {
      metrics
          .timer("blazon.upstream.requests", "upstream", "pypi", "outcome", outcome)
          .record(1, TimeUnit.MILLISECONDS);
    }
  }
}
