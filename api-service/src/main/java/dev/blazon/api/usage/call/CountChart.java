package dev.blazon.api.usage.call;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.NaturalOrder;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.stats.CountWords;
import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.chart.wire.ChartTexts;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Makes a chart of counts: shares of all, or with an interval, their course. Stateless. */
final class CountChart {

  /** As many as a reader tells apart by their colours, and one for the rest. */
  private static final int MOST = 8;

  private static final String OTHER = "other";
  private static final String ALL = "all";
  private static final String BETWEEN = " · ";

  private static final List<String> DAYS = List.of("day", "week", "month");

  private final Counted counted;

  private CountChart(Counted counted) {
    this.counted = counted;
  }

  /** A group and its number, or with an interval, its number in each stretch. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Part(String name, long[] numbers) {
    private long total() {
      return LongStream.of(numbers).sum();
    }
  }

  /**
   * Refuses what a picture cannot show, before anything is counted.
   *
   * @throws dev.blazon.api.question.RefusedException if it cannot
   */
  static void check(UsageQuestion question, CallQuery query) {
    question
        .interval()
        .filter(UsageInterval.HOUR::equals)
        .ifPresent(
            hour -> {
              throw Refusal.badValue("interval", hour.word(), DAYS);
            });
    form(question, query);
  }

  /** How it is drawn. A host that is in several groups belongs to no pie and no stack. */
  private static String form(UsageQuestion question, CallQuery query) {
    if (question.interval().isPresent()) {
      return query.choice(
          "form", question.distinctHosts() ? List.of("line") : List.of("stacked", "line"));
    }
    return query.choice(
        "form", question.distinctHosts() ? List.of("bars") : List.of("pie", "bars"));
  }

  /** The chart; a message if there are no reports. */
  static Chart of(Counted counted, CallQuery query) {
    return new CountChart(counted).chart(form(counted.question(), query));
  }

  private Chart chart(String form) {
    if (counted.table().rows().isEmpty()) {
      String words = "There are no reports of this time with these fields.";
      return new MessageChart(ChartTexts.caption(UsageWords.title(counted), "", words), words);
    }
    return counted.question().interval().isPresent() ? overTime(form) : shares(form);
  }

  private ShareChart shares(String form) {
    List<Part> parts =
        largest(
            counted.table().rows().stream()
                .map(row -> new Part(name(row), new long[] {counted.number(row)}))
                .toList());
    ShareChart.Form drawn = ShareChart.Form.valueOf(form.toUpperCase(Locale.ROOT));
    // In a pie as in a stack, so that a group has one colour in both.
    List<Part> order = drawn == ShareChart.Form.PIE ? byName(parts) : parts;
    return new ShareChart(
        caption(parts),
        drawn,
        order.stream().map(part -> new ShareChart.Bar(part.name(), part.total())).toList(),
        parts.stream().mapToLong(Part::total).sum());
  }

  private TimeChart overTime(String form) {
    List<LocalDate> starts = starts();
    Map<LocalDate, Integer> places = new HashMap<>();
    starts.forEach(start -> places.put(start, places.size()));
    Map<String, long[]> numbers = new HashMap<>();
    for (Row row : counted.table().rows()) {
      numbers
              .computeIfAbsent(name(row), name -> new long[starts.size()])[
              places.get(date(row.time().orElseThrow()))] +=
          counted.number(row);
    }
    List<Part> parts =
        largest(
            numbers.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .toList());
    TimeChart.Form drawn = TimeChart.Form.valueOf(form.toUpperCase(Locale.ROOT));
    // In a stack neighbours belong together; lines are named in the order of their size.
    List<Part> order = drawn == TimeChart.Form.STACKED ? byName(parts) : parts;
    return new TimeChart(
        caption(parts),
        order.size() == 1 ? TimeChart.Form.AREA : drawn,
        TimeChart.Interval.valueOf(counted.question().interval().orElseThrow().name()),
        starts,
        order.stream().map(part -> new ChartLine(part.name(), part.numbers())).toList(),
        List.of(),
        Set.of());
  }

  /** All stretches from the first with a report to the last: between them, none is a zero. */
  private List<LocalDate> starts() {
    UsageInterval interval = counted.question().interval().orElseThrow();
    List<Instant> times =
        counted.table().rows().stream().map(row -> row.time().orElseThrow()).sorted().toList();
    Instant last = times.get(times.size() - 1);
    List<LocalDate> starts = new ArrayList<>();
    for (Instant next = times.get(0); !next.isAfter(last); next = interval.next(next)) {
      starts.add(date(next));
      if (starts.size() > ChartExchange.MOST_STARTS) {
        throw Refusal.badForm(
            "interval",
            interval.word(),
            "so long that a picture has at most " + ChartExchange.MOST_STARTS + " stretches");
      }
    }
    return starts;
  }

  private static LocalDate date(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String name(Row row) {
    return row.keys().isEmpty() ? ALL : ChartTexts.text(String.join(BETWEEN, row.keys()));
  }

  /** The largest, the largest first, and at the end the sum of all others. */
  private static List<Part> largest(List<Part> all) {
    List<Part> parts =
        new ArrayList<>(
            all.stream()
                .filter(part -> part.total() > 0)
                .sorted(
                    Comparator.comparingLong(Part::total)
                        .reversed()
                        .thenComparing(Part::name, NaturalOrder.INSTANCE))
                .toList());
    if (parts.size() > MOST) {
      List<Part> rest = parts.subList(MOST - 1, parts.size());
      long[] sums = new long[rest.get(0).numbers().length];
      rest.forEach(
          part -> {
            for (int i = 0; i < sums.length; i++) {
              sums[i] += part.numbers()[i];
            }
          });
      rest.clear();
      parts.add(new Part(OTHER, sums));
    }
    return parts;
  }

  private static List<Part> byName(List<Part> parts) {
    return parts.stream()
        .sorted(
            Comparator.comparing((Part part) -> part.name().equals(OTHER))
                .thenComparing(Part::name, NaturalOrder.INSTANCE))
        .toList();
  }

  private Caption caption(List<Part> parts) {
    String note = UsageWords.note(counted);
    if (counted.question().distinctHosts() && parts.size() > 1) {
      note += "; a host counts once in each group";
    }
    String shares =
        parts.stream()
            .map(part -> part.name() + " " + CountWords.number(part.total()))
            .collect(Collectors.joining(", "));
    String title = UsageWords.title(counted);
    return ChartTexts.caption(title, note, title + ": " + note + ". " + shares + ".");
  }
}
