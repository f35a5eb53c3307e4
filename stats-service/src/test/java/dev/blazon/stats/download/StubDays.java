package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A source with ten downloads of one project on each day, which can be made to fail or to lie. */
final class StubDays implements DaySource {

  private final List<Day> asked = new ArrayList<>();
  private Optional<Day> failing = Optional.empty();
  private UnaryOperator<Day> sent = day -> day;
  private Runnable whileSending = () -> {};

  void failOn(Day day) {
    failing = Optional.of(day);
  }

  void recover() {
    failing = Optional.empty();
  }

  /** Sends rows of another day than the one that was asked for. */
  void send(UnaryOperator<Day> instead) {
    sent = instead;
  }

  /** Does something between the first row and the end of a day. */
  void whileSending(Runnable something) {
    whileSending = something;
  }

  List<Day> asked() {
    return asked;
  }

  @Override
  public String name() {
    return "stub";
  }

  @Override
  public Delivery readDay(Day day, Duration within, RowSink rows) throws SourceException {
    asked.add(day);
    rows.count(CountRow.ofVersion(sent.apply(day), "requests", "1.0", new Counts(10, 4)));
    whileSending.run();
    if (failing.isPresent() && failing.get().equals(day)) {
      throw new SourceException(SourceException.Kind.UNAVAILABLE, "ended in the middle of a day");
    }
    return new Delivery(DayRange.of(day), EnumSet.allOf(Measure.class), Set.of(), Optional.empty());
  }
}
