package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Downloads over time: {@code {"starts":[...],"known":[...],"lines":[["2.31.0",5,-17,3],...],
 * "basis":{...}}}. A negative number {@code -n} stands for n zeros in a row, since most versions
 * are downloaded on few days. The starts come before the lines, so that a reader can bound these.
 */
final class SeriesForm implements ValueForm<Series> {

  @Override
  public int numbers(Series series) {
    return series.lines().size() * series.starts().size();
  }

  @Override
  public void write(JsonGenerator json, Series series) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("starts");
    for (Day start : series.starts()) {
      json.writeNumber(start.epochDay());
    }
    json.writeEndArray();
    json.writeFieldName("known");
    json.writeArray(series.knownDays(), 0, series.knownDays().length);
    json.writeArrayFieldStart("lines");
    for (int i = 0; i < series.lines().size(); i++) {
      json.writeStartArray();
      json.writeString(series.lines().get(i));
      writeNumbers(json, series.downloads()[i]);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeFieldName("basis");
    BasisForm.BASIS.write(json, series.basis());
    json.writeEndObject();
  }

  private static void writeNumbers(JsonGenerator json, long[] numbers) throws IOException {
    int zeros = 0;
    for (long number : numbers) {
      if (number == 0) {
        zeros++;
        continue;
      }
      writeZeros(json, zeros);
      zeros = 0;
      json.writeNumber(number);
    }
    writeZeros(json, zeros);
  }

  private static void writeZeros(JsonGenerator json, int zeros) throws IOException {
    if (zeros == 1) {
      json.writeNumber(0);
    } else if (zeros > 1) {
      json.writeNumber(-zeros);
    }
  }

  @Override
  public Series read(JsonValues json) throws IOException {
    List<Day> starts = new ArrayList<>();
    List<Integer> known = List.of();
    List<String> lines = new ArrayList<>();
    List<long[]> downloads = new ArrayList<>();
    Optional<Basis> basis = Optional.empty();
    json.begin();
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "starts" -> {
          if (!lines.isEmpty()) {
            throw new InvalidAnswerException("lines before their times");
          }
          starts = starts(json);
        }
        case "known" -> known = known(json);
        case "lines" -> {
          json.beginList();
          while (json.hasNext()) {
            JsonValues.fits(lines.size(), StatsExchange.MOST_NUMBERS / Math.max(1, starts.size()));
            json.thisList();
            lines.add(json.text());
            downloads.add(numbers(json, starts.size()));
          }
        }
        case "basis" -> basis = Optional.of(BasisForm.BASIS.read(json));
        default -> json.skip();
      }
    }
    if (known.size() != starts.size() || basis.isEmpty()) {
      throw new InvalidAnswerException("a series without known days for each time, or basis");
    }
    return new Series(
        starts,
        known.stream().mapToInt(Integer::intValue).toArray(),
        lines,
        downloads.toArray(long[][]::new),
        basis.get());
  }

  private static List<Day> starts(JsonValues json) throws IOException {
    List<Day> starts = new ArrayList<>();
    json.beginList();
    while (json.hasNext()) {
      JsonValues.fits(starts.size(), StatsExchange.MOST_TIMES);
      Day start = json.thisDay();
      if (!starts.isEmpty() && !start.isAfter(starts.get(starts.size() - 1))) {
        throw new InvalidAnswerException("times out of order");
      }
      starts.add(start);
    }
    return starts;
  }

  private static List<Integer> known(JsonValues json) throws IOException {
    List<Integer> known = new ArrayList<>();
    json.beginList();
    while (json.hasNext()) {
      JsonValues.fits(known.size(), StatsExchange.MOST_TIMES);
      known.add(Math.toIntExact(JsonValues.notNegative(json.thisNumber())));
    }
    return known;
  }

  private static long[] numbers(JsonValues json, int times) throws IOException {
    long[] numbers = new long[times];
    int at = 0;
    while (json.hasNext()) {
      long number = json.thisNumber();
      if (number >= 0) {
        JsonValues.fits(at, times);
        numbers[at++] = number;
      } else if (number >= at - times) {
        at -= (int) number;
      } else {
        throw new InvalidAnswerException("more zeros than times");
      }
    }
    if (at < times) {
      throw new InvalidAnswerException("a line of " + at + " numbers for " + times + " times");
    }
    return numbers;
  }
}
