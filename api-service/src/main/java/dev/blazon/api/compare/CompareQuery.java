package dev.blazon.api.compare;

import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is compared, as a URL says it. Reading never fails: what cannot be read has its usual value,
 * and a name that no project can have is kept, so that the answer can say so.
 *
 * @param names as written, each project once, at most {@value #MOST}
 * @param leftOut further names
 * @param window how many days
 * @param chosen the stretch of a number in the chart; empty: the one that suits the window
 * @param measure which downloads
 */
public record CompareQuery(
    List<String> names,
    List<String> leftOut,
    CompareWindow window,
    Optional<Interval> chosen,
    Measure measure) {

  /** More lines than this cannot be told apart in a chart. */
  public static final int MOST = 8;

  /** Eight of the longest real names, and as many again. */
  private static final int LONGEST_TEXT = 3_000;

  /** The longest part of an impossible name that is shown again. */
  private static final int LONGEST_NAME = 256;

  private static final int MOST_LEFT_OUT = 20;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;+|]+");
  private static final Pattern RUNS = Pattern.compile("[-_.]+");

  public CompareQuery {
    names = List.copyOf(names);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads the parameters {@code projects}, {@code days}, {@code interval} and {@code mirrors}.
   *
   * @param parameter the decoded value of a parameter; empty if there is none
   */
  public static CompareQuery read(UnaryOperator<String> parameter) {
    List<String> all = split(parameter.apply("projects"));
    return new CompareQuery(
        all.subList(0, Math.min(MOST, all.size())),
        all.subList(Math.min(MOST, all.size()), Math.min(MOST + MOST_LEFT_OUT, all.size())),
        CompareWindow.of(parameter.apply("days")),
        Interval.of(parameter.apply("interval")),
        parameter.apply("mirrors").equals("false") ? Measure.WITHOUT_MIRRORS : Measure.ALL);
  }

  /** The names in a text, each project once, as it was first written. */
  private static List<String> split(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    Map<String, String> names = new LinkedHashMap<>();
    SEPARATORS
        .splitAsStream(cut)
        .filter(name -> !name.isEmpty())
        .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
        .forEach(name -> names.putIfAbsent(sameFor(name), name));
    return new ArrayList<>(names.values());
  }

  /** Equal for names of the same project (PEP 503). */
  private static String sameFor(String name) {
    return RUNS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** The stretch of a number in the chart. */
  public Interval interval() {
    return chosen.orElse(window.interval());
  }

  /** The same comparison without a project. */
  public CompareQuery without(String name) {
    return with(names.stream().filter(next -> !next.equals(name)).toList());
  }

  /** The same comparison with another project at its end. */
  public CompareQuery and(String name) {
    return with(Stream.concat(names.stream(), Stream.of(name)).toList());
  }

  private CompareQuery with(List<String> others) {
    return new CompareQuery(others, List.of(), window, chosen, measure);
  }

  /** Whether a project is among those that are compared. */
  public boolean has(String name) {
    return names.stream().anyMatch(next -> sameFor(next).equals(sameFor(name)));
  }

  /** The query of a URL that asks for this, with everything unusual and nothing else. */
  public String written() {
    StringBuilder text = new StringBuilder("projects=");
    text.append(names.stream().map(CompareQuery::encoded).collect(Collectors.joining(",")));
    if (window != CompareWindow.USUAL) {
      text.append("&days=").append(window.word());
    }
    chosen.ifPresent(interval -> text.append("&interval=").append(interval.word()));
    if (measure != Measure.ALL) {
      text.append("&mirrors=false");
    }
    return text.toString();
  }

  /**
   * The address of the chart: {@code /chart/a,b.svg}, since no project's name has a comma. It names
   * every choice, since READMEs keep it for years, and no name that is impossible.
   *
   * @param extension {@code svg} or {@code png}
   */
  public String chart(String extension) {
    return "/chart/"
        + names.stream()
            .filter(name -> ProjectName.parse(name).isPresent())
            .collect(Collectors.joining(","))
        + "."
        + extension
        + "?days="
        + window.word()
        + "&interval="
        + interval().word()
        + (measure == Measure.ALL ? "" : "&mirrors=false");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
