package dev.blazon.stats.demand;

import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps away from a source that fails, and from projects that it has no usable answer for. The
 * circuit breaker of the HTTP client notices servers that are down for seconds; this one also knows
 * quotas and refusals, which last for hours. Failures are logged once when they begin, and once
 * when they end. Thread-safe.
 */
final class SourcePause {

  private static final Logger LOG = LoggerFactory.getLogger(SourcePause.class);

  /** Readers should not wait long for a source that is back. */
  private static final Duration AFTER_OUTAGE = Duration.ofSeconds(10);

  /** A quota is renewed by the hour or day. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);

  /** A project with a wrong answer is asked for by each reader of its badge. */
  private static final Duration AFTER_BAD_ANSWER = Duration.ofMinutes(10);

  private static final int MOST_PROJECTS = 1_000;

  private final String source;
  private final Clock clock;

  @SuppressWarnings("serial") // Never serialized.
  private final Map<ProjectName, Instant> projects =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ProjectName, Instant> eldest) {
          return size() > MOST_PROJECTS;
        }
      };

  private Instant until = Instant.MIN;
  private boolean isFailing;

  SourcePause(String source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  synchronized boolean isNow() {
    return clock.instant().isBefore(until);
  }

  synchronized boolean isNow(ProjectName project) {
    return isNow() || clock.instant().isBefore(projects.getOrDefault(project, Instant.MIN));
  }

  /** Leaves one project alone for a while. */
  synchronized void failed(ProjectName project) {
    projects.remove(project);
    projects.put(project, clock.instant().plus(AFTER_BAD_ANSWER));
  }

  synchronized void succeeded() {
    if (isFailing) {
      isFailing = false;
      LOG.info("{} gives download counts again", source);
    }
  }

  synchronized void failed(SourceException failure) {
    until =
        switch (failure.kind()) {
          case UNAVAILABLE -> clock.instant().plus(AFTER_OUTAGE);
          case QUOTA, DENIED -> clock.instant().plus(AFTER_REFUSAL);
          // It concerns projects of that request only.
          case NO_SUCH_DAY, MALFORMED -> until;
        };
    boolean isNews = failure.kind() != SourceException.Kind.NO_SUCH_DAY;
    if (isNews && !isFailing) {
      isFailing = true;
      LOG.warn("{} gives no download counts: {}", source, failure.getMessage());
    }
  }
}
