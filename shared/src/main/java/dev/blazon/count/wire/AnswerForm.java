package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.Series;
import dev.blazon.count.Total;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of an answer: {@code {"counted":VALUE}}, {@code {"none":[FIRST,LAST]}} or {@code
 * {"none":[]}}, {@code {"unanswered":"coming"}}. Days are days since 1970-01-01. Unknown fields are
 * skipped, so that a newer service may add some. Thread-safe.
 *
 * @param <T> the type of the value
 */
public final class AnswerForm<T> {

  public static final AnswerForm<Total> TOTAL = new AnswerForm<>(new TotalForm());
  public static final AnswerForm<Series> SERIES = new AnswerForm<>(new SeriesForm());
  public static final AnswerForm<Rank> RANK = new AnswerForm<>(new RankForm());
  public static final AnswerForm<List<RankedProject>> TOP = new AnswerForm<>(new TopForm());
  public static final AnswerForm<Ledger> LEDGER = new AnswerForm<>(new LedgerForm());

  private static final String COUNTED = "counted";
  private static final String NONE = "none";
  private static final String UNANSWERED = "unanswered";

  /** Deeper than any answer. */
  private static final int DEEPEST = 16;

  private static final WireJson JSON = new WireJson(DEEPEST);

  private final ValueForm<T> values;

  private AnswerForm(ValueForm<T> values) {
    this.values = values;
  }

  /** How many numbers an answer has, in about; memory and time of writing grow with them. */
  public int numbers(CountAnswer<T> answer) {
    return answer instanceof CountAnswer.Counted<T> counted ? values.numbers(counted.value()) : 0;
  }

  /** What an answer is, in one word for logs and metrics. */
  public static String word(CountAnswer<?> answer) {
    if (answer instanceof CountAnswer.Unanswered<?> unanswered) {
      return Words.of(unanswered.reason());
    }
    return answer instanceof CountAnswer.Counted ? COUNTED : NONE;
  }

  /** Writes an answer in UTF-8. */
  public byte[] write(CountAnswer<T> answer) {
    return JSON.write(json -> write(json, answer));
  }

  private void write(JsonGenerator json, CountAnswer<T> answer) throws IOException {
    json.writeStartObject();
    if (answer instanceof CountAnswer.Counted<T> counted) {
      json.writeFieldName(COUNTED);
      values.write(json, counted.value());
    } else if (answer instanceof CountAnswer.NoDownloads<T> none) {
      json.writeFieldName(NONE);
      json.writeStartArray();
      if (none.days().isPresent()) {
        json.writeNumber(none.days().get().first().epochDay());
        json.writeNumber(none.days().get().last().epochDay());
      }
      json.writeEndArray();
    } else if (answer instanceof CountAnswer.Unanswered<T> unanswered) {
      json.writeStringField(UNANSWERED, Words.of(unanswered.reason()));
    }
    json.writeEndObject();
  }

  /**
   * Reads an answer.
   *
   * @throws InvalidAnswerException if it is not what {@link #write} writes, or beyond the bounds of
   *     {@link StatsExchange}
   */
  public CountAnswer<T> read(byte[] bytes) throws InvalidAnswerException {
    return JSON.read(bytes, StatsExchange.LONGEST_ANSWER, this::answer);
  }

  private CountAnswer<T> answer(JsonValues json) throws IOException {
    Optional<CountAnswer<T>> answer = Optional.empty();
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case COUNTED -> answer = Optional.of(new CountAnswer.Counted<>(values.read(json)));
        case NONE -> answer = Optional.of(new CountAnswer.NoDownloads<>(range(json)));
        case UNANSWERED ->
            answer =
                Optional.of(new CountAnswer.Unanswered<>(json.word(Reason.values(), Words::of)));
        default -> json.skip();
      }
    }
    return answer.orElseThrow(() -> new InvalidAnswerException("an object without an answer"));
  }

  private static Optional<DayRange> range(JsonValues json) throws IOException {
    json.beginList();
    if (!json.hasNext()) {
      return Optional.empty();
    }
    DayRange days = new DayRange(json.thisDay(), json.day());
    json.endList();
    return Optional.of(days);
  }
}
