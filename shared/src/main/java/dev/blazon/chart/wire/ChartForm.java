package dev.blazon.chart.wire;

import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bytes of a chart and its look: a version, the look, the kind of chart, its caption, and what
 * is particular to the kind. Numbers have seven bits a byte, so most take three bytes; days are
 * written as the distance from the one before. Equal charts have equal bytes. Stateless.
 */
public final class ChartForm {

  /** Another version has another form; a service that does not know it refuses the chart. */
  private static final int VERSION = 1;

  private static final int TIME = 0;
  private static final int SHARE = 1;
  private static final int MESSAGE = 2;
  private static final int PIE = 3;
  private static final int KINDS = 4;

  /** In the year 2170: a later day is a mistake, and so is one before 1970. */
  private static final long LATEST_DAY = 73_000;

  private ChartForm() {}

  /** Writes a chart. One that is beyond the bounds is written too, and refused when it is read. */
  public static byte[] encode(ChartRequest request) {
    FormWriter out = new FormWriter();
    out.number(VERSION);
    ChartLook look = request.look();
    out.word(look.theme());
    out.number(look.width());
    out.number(look.height());
    out.number(look.scale());
    Chart chart = request.chart();
    // A sealed type: with Java 17 there is no switch over its kinds.
    if (chart instanceof TimeChart time) {
      out.number(TIME);
      write(out, time.caption());
      write(out, time);
    } else if (chart instanceof ShareChart share) {
      out.number(share.form() == ShareChart.Form.PIE ? PIE : SHARE);
      write(out, share.caption());
      write(out, share);
    } else if (chart instanceof MessageChart message) {
      out.number(MESSAGE);
      write(out, message.caption());
      out.text(message.words());
    }
    return out.bytes();
  }

  /**
   * Reads a chart.
   *
   * @throws InvalidChartException if these are not the bytes of a chart within the bounds of {@link
   *     ChartExchange}
   */
  public static ChartRequest decode(byte[] bytes) throws InvalidChartException {
    if (bytes.length > ChartExchange.LONGEST_BODY) {
      throw new InvalidChartException("a chart of " + bytes.length + " bytes");
    }
    try {
      FormReader in = new FormReader(bytes);
      in.size("version", VERSION, VERSION);
      ChartLook look = look(in);
      int kind = in.size("kind of chart", 0, KINDS - 1);
      Caption caption = caption(in);
      Chart chart =
          switch (kind) {
            case TIME -> time(in, caption);
            case SHARE -> share(in, caption, ShareChart.Form.BARS);
            case PIE -> share(in, caption, ShareChart.Form.PIE);
            default -> new MessageChart(caption, text(in, "message"));
          };
      in.end();
      return new ChartRequest(chart, look);
    } catch (IOException e) {
      throw new InvalidChartException("a chart that is cut, or with a text that is no UTF-8");
    }
  }

  private static ChartLook look(FormReader in) throws IOException, InvalidChartException {
    ChartLook look =
        new ChartLook(
            in.word("theme", ChartLook.Theme.values()),
            in.size("width", ChartLook.MIN_WIDTH, ChartLook.MAX_WIDTH),
            in.size("height", ChartLook.MIN_HEIGHT, ChartLook.MAX_HEIGHT),
            in.size("scale", 1, ChartLook.MAX_SCALE));
    if (look.width() * look.height() * look.scale() * look.scale() > ChartExchange.MOST_PIXELS) {
      throw new InvalidChartException("scale: more than " + ChartExchange.MOST_PIXELS + " pixels");
    }
    return look;
  }

  private static void write(FormWriter out, Caption caption) {
    out.text(caption.title());
    out.text(caption.note());
    out.text(caption.description());
  }

  private static Caption caption(FormReader in) throws IOException, InvalidChartException {
    return new Caption(
        text(in, "title"),
        text(in, "note"),
        in.text("description", ChartExchange.LONGEST_DESCRIPTION));
  }

  private static void write(FormWriter out, TimeChart chart) {
    out.word(chart.form());
    out.word(chart.interval());
    out.number(chart.starts().size());
    long before = 0;
    for (LocalDate start : chart.starts()) {
      out.number(start.toEpochDay() - before);
      before = start.toEpochDay();
    }
    out.number(chart.lines().size());
    for (ChartLine line : chart.lines()) {
      out.text(line.name());
      for (long number : line.numbers()) {
        out.number(number - ChartLine.MISSING);
      }
    }
    out.number(chart.marks().size());
    for (ChartMark mark : chart.marks()) {
      out.number(mark.day().toEpochDay());
      out.text(mark.words());
    }
    out.number(chart.suspects().size());
    new TreeSet<>(chart.suspects()).forEach(out::number);
  }

  private static TimeChart time(FormReader in, Caption caption)
      throws IOException, InvalidChartException {
    TimeChart.Form form = in.word("form", TimeChart.Form.values());
    TimeChart.Interval interval = in.word("interval", TimeChart.Interval.values());
    List<LocalDate> starts = starts(in);
    List<ChartLine> lines = new ArrayList<>();
    for (int left = in.size("lines", 1, ChartExchange.MOST_LINES); left > 0; left--) {
      lines.add(line(in, starts.size()));
    }
    List<ChartMark> marks = new ArrayList<>();
    for (int left = in.size("marks", 0, ChartExchange.MOST_MARKS); left > 0; left--) {
      marks.add(new ChartMark(day(in, 0), text(in, "mark")));
    }
    Set<Integer> suspects = new HashSet<>();
    for (int left = in.size("suspects", 0, starts.size()); left > 0; left--) {
      suspects.add(in.size("suspect", 0, starts.size() - 1));
    }
    return new TimeChart(caption, form, interval, starts, lines, marks, suspects);
  }

  private static List<LocalDate> starts(FormReader in) throws IOException, InvalidChartException {
    List<LocalDate> starts = new ArrayList<>();
    long before = 0;
    for (int left = in.size("starts", 0, ChartExchange.MOST_STARTS); left > 0; left--) {
      LocalDate start = day(in, before);
      if (!starts.isEmpty() && start.toEpochDay() == before) {
        throw new InvalidChartException("starts out of order");
      }
      starts.add(start);
      before = start.toEpochDay();
    }
    return starts;
  }

  private static ChartLine line(FormReader in, int numbers)
      throws IOException, InvalidChartException {
    String name = text(in, "name");
    long[] read = new long[numbers];
    for (int i = 0; i < numbers; i++) {
      read[i] = in.number("number", ChartExchange.LARGEST_NUMBER + 1) + ChartLine.MISSING;
    }
    return new ChartLine(name, read);
  }

  private static void write(FormWriter out, ShareChart chart) {
    out.number(chart.total());
    out.number(chart.bars().size());
    for (ShareChart.Bar bar : chart.bars()) {
      out.text(bar.name());
      out.number(bar.number());
    }
  }

  private static ShareChart share(FormReader in, Caption caption, ShareChart.Form form)
      throws IOException, InvalidChartException {
    long total = in.number("total", ChartExchange.LARGEST_NUMBER);
    long sum = 0;
    List<ShareChart.Bar> bars = new ArrayList<>();
    for (int left = in.size("bars", 0, ChartExchange.MOST_BARS); left > 0; left--) {
      ShareChart.Bar bar =
          new ShareChart.Bar(text(in, "name"), in.number("number", ChartExchange.LARGEST_NUMBER));
      sum += bar.number();
      bars.add(bar);
    }
    if (sum > total) {
      throw new InvalidChartException("bars of more than the whole");
    }
    return new ShareChart(caption, form, bars, total);
  }

  private static LocalDate day(FormReader in, long before)
      throws IOException, InvalidChartException {
    return LocalDate.ofEpochDay(before + in.number("day", LATEST_DAY - before));
  }

  private static String text(FormReader in, String what) throws IOException, InvalidChartException {
    return in.text(what, ChartExchange.LONGEST_TEXT);
  }
}
