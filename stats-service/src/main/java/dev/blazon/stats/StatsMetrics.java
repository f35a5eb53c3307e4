package dev.blazon.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Day;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.stats.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers, and the state of the counts, as numbers for the operator. Thread-safe. */
final class StatsMetrics {

  private static final String COUNTED = "counted";
  private static final String NO_DOWNLOADS = "no_downloads";

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, Counter> answers = new HashMap<>();
  private volatile Optional<Day> newest = Optional.empty();
  private volatile long bytes;
  private volatile long suspectDays;
  private volatile long missingDays;

  StatsMetrics(MeterRegistry registry, Clock clock, Database database) {
    this.registry = registry;
    this.clock = clock;
    answers.put(COUNTED, answers(COUNTED));
    answers.put(NO_DOWNLOADS, answers(NO_DOWNLOADS));
    for (Reason reason : Reason.values()) {
      answers.put(word(reason), answers(word(reason)));
    }
    gauge(
        "newest.day.age", "how old the newest complete day is; yesterday is 1", "days", this::age);
    gauge(
        "suspect",
        "days whose sum is odd beside the same weekdays before",
        "days",
        () -> suspectDays);
    gauge("missing", "days that were not imported between others", "days", () -> missingDays);
    gauge("store", "what the database of counts takes on disk", "bytes", () -> bytes);
    gauge(
        "store.failing",
        "1 while the database of counts fails",
        "",
        () -> flag(database.isFailing()));
    gauge("store.damaged", "1 when damage was found", "", () -> flag(database.isDamaged()));
  }

  private Counter answers(String answer) {
    return Counter.builder("blazon.stats.answers")
        .description("answers to questions about downloads")
        .tag("answer", answer)
        .register(registry);
  }

  private void gauge(String name, String description, String unit, Supplier<Number> value) {
    Gauge.builder("blazon.stats." + name, value)
        .strongReference(true)
        .description(description)
        .baseUnit(unit.isEmpty() ? null : unit)
        .register(registry);
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }

  /** Unknown until a day is. */
  private double age() {
    return newest
        .map(day -> (double) Day.at(clock.instant()).epochDay() - day.epochDay())
        .orElse(Double.NaN);
  }

  /** Counts an answer. */
  <T> void count(CountAnswer<T> answer) {
    answers.get(word(answer)).increment();
  }

  private static String word(CountAnswer<?> answer) {
    if (answer instanceof CountAnswer.Unanswered<?> unanswered) {
      return word(unanswered.reason());
    }
    return answer instanceof CountAnswer.Counted<?> ? COUNTED : NO_DOWNLOADS;
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** A day that is complete: in the store, or at the source of histories. */
  void complete(Day day) {
    newest = newest.filter(known -> known.isAfter(day)).or(() -> Optional.of(day));
  }

  /** Looks at the store. */
  void look(Store store) {
    Ledger ledger = store.ledger();
    ledger.newestWholeDay().ifPresent(this::complete);
    suspectDays =
        ledger.entries().stream().filter(entry -> entry.state() == DayState.SUSPECT).count();
    missingDays = ledger.missingDays().size();
    bytes = store.bytes();
  }
}
