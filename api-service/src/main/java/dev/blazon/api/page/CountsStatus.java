package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.stats.CountWords;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Month;
import dev.blazon.count.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The part of the status page about the counts: which days there are, gaps, odd days, breaks. */
final class CountsStatus {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** More ranges of missing or suspect days than these help nobody. */
  private static final int MOST_RANGES = 20;

  private static final int MONTHS = 12;

  private static final String THERE = "■";
  private static final String MISSING = "□";
  private static final String SUSPECT = "?";
  private static final String OUTSIDE = "·";

  private final Ledger ledger;
  private final List<LedgerEntry> entries;

  private CountsStatus(Ledger ledger) {
    this.ledger = ledger;
    boolean hasWholeDays = ledger.newestWholeDay().isPresent();
    this.entries =
        ledger.entries().stream()
            .filter(entry -> !hasWholeDays || entry.scope() == Scope.ALL_PROJECTS)
            .toList();
  }

  static Html of(CountAnswer<Ledger> answer) {
    Html heading = el("h2", attr("id", "counts"), text("Download counts"));
    if (answer instanceof CountAnswer.Counted<Ledger> counted) {
      CountsStatus status = new CountsStatus(counted.value());
      return all(heading, status.entries.isEmpty() ? status.onDemand() : status.days());
    }
    return all(
        heading,
        el(
            "p",
            answer instanceof CountAnswer.Unanswered<Ledger> unanswered
                ? CountWords.why(unanswered.reason())
                : "No day was imported yet."));
  }

  private Html onDemand() {
    return all(
        el(
            "p",
            "No day was imported for all projects: this service fetches the counts of a project"
                + " when somebody first asks for them, and keeps them up to date. Each page says"
                + " until which day its numbers count."),
        breaks());
  }

  private Html days() {
    List<Day> suspect =
        entries.stream()
            .filter(entry -> entry.state() == DayState.SUSPECT)
            .map(LedgerEntry::day)
            .toList();
    return all(
        el(
            "p",
            entries.get(0).scope() == Scope.ALL_PROJECTS
                ? "Days that were imported for all projects. Other days may be known of single"
                    + " projects that somebody asked for."
                : "Days that were imported for the projects that the operator has listed."),
        el(
            "dl.facts",
            fact("Newest day", CountWords.day(newest())),
            fact("First day", CountWords.day(first())),
            fact("Days", CountWords.number(entries.size())),
            fact("Missing days", ranges(ledger.missingDays())),
            fact("Suspect days", ranges(suspect)),
            fact("Sources", sources()),
            fact("Last import", lastImport())),
        breaks(),
        months());
  }

  private Day first() {
    return entries.get(0).day();
  }

  private Day newest() {
    return entries.get(entries.size() - 1).day();
  }

  private static Html fact(String name, String value) {
    return el("div", el("dt", name), el("dd", value));
  }

  /** As in {@code 3: 24 August 2026; 1 September 2026 to 2 September 2026}. */
  static String ranges(List<Day> days) {
    if (days.isEmpty()) {
      return "none";
    }
    List<DayRange> runs = DayRuns.of(days);
    String shown =
        runs.stream().limit(MOST_RANGES).map(CountWords::days).collect(Collectors.joining("; "));
    return CountWords.number(days.size())
        + ": "
        + shown
        + (runs.size() > MOST_RANGES ? "; and so on" : "");
  }

  private String sources() {
    Map<String, Long> days = new LinkedHashMap<>();
    entries.forEach(entry -> days.merge(entry.source(), 1L, Long::sum));
    return days.entrySet().stream()
        .map(
            next ->
                CountWords.source(next.getKey())
                    + " ("
                    + CountWords.counted(next.getValue(), "day")
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private String lastImport() {
    return MINUTE.format(
        entries.stream()
            .map(LedgerEntry::importedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH));
  }

  private Html breaks() {
    List<CountingBreak> breaks = ledger.breaks();
    return when(
        !breaks.isEmpty(),
        all(
            el("h3", "Days on which counting changed"),
            el(
                "p",
                "Numbers before and after such a day are not comparable. Charts mark it, and"
                    + " growth is never computed across it."),
            el(
                "ul",
                each(
                    breaks,
                    next ->
                        el(
                            "li",
                            el("strong", CountWords.day(next.day())),
                            text(": " + next.reason()))))));
  }

  /** The newest months, each day a sign: readable without colours, with the sums beside it. */
  private Html months() {
    int last = newest().month().number();
    int from = Math.max(first().month().number(), last - MONTHS + 1);
    List<Month> months =
        IntStream.iterate(last, month -> month >= from, month -> month - 1)
            .mapToObj(Month::new)
            .toList();
    return all(
        el("h3", "The newest months, day by day"),
        el(
            "p",
            THERE
                + " imported, "
                + MISSING
                + " missing, "
                + SUSPECT
                + " imported, but its sum is"
                + " odd beside the same weekdays before"),
        el(
            "div.scroll",
            attr("tabindex", "0"),
            attr("role", "region"),
            attr("aria-label", "Imported days by month"),
            el(
                "table.numbers",
                el(
                    "tr",
                    each(
                        List.of("Month", "Days", "Imported", "Missing", "Suspect"),
                        head -> el("th", attr("scope", "col"), text(head)))),
                each(months, this::month))));
  }

  private Html month(Month month) {
    StringBuilder strip = new StringBuilder();
    Map<String, Integer> sums = new LinkedHashMap<>();
    for (Day day : month.days().days()) {
      String sign = sign(day);
      strip.append(sign);
      sums.merge(sign, 1, Integer::sum);
    }
    int suspect = sums.getOrDefault(SUSPECT, 0);
    return el(
        "tr",
        el("th.month", attr("scope", "row"), text(month.toString())),
        el("td", el("code.strip", attr("aria-hidden", "true"), text(strip.toString()))),
        number(sums.getOrDefault(THERE, 0) + suspect),
        number(sums.getOrDefault(MISSING, 0)),
        number(suspect));
  }

  private static Html number(int number) {
    return el("td", number == 0 ? none() : text(CountWords.number(number)));
  }

  private String sign(Day day) {
    if (day.isBefore(first()) || day.isAfter(newest())) {
      return OUTSIDE;
    }
    return ledger
        .entry(day)
        .filter(entry -> entry.scope() == entries.get(0).scope())
        .map(entry -> entry.state() == DayState.SUSPECT ? SUSPECT : THERE)
        .orElse(MISSING);
  }
}
