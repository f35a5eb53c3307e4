package dev.blazon.usage.wire;

import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.JsonValues;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The JSON of a refusal: {@code {"refused":"over_budget","message":"…","retry_millis":2000}}. Its
 * status is that of the reason.
 */
public final class RefusalForm {

  private static final int LONGEST = 4 * 1024;

  private RefusalForm() {}

  public static byte[] write(UsageRefusal refusal) {
    return UsageExchange.DOCUMENTS.write(
        json -> {
          json.writeStartObject();
          json.writeStringField("refused", refusal.reason().word());
          json.writeStringField("message", refusal.message());
          json.writeNumberField("retry_millis", refusal.retryAfter().toMillis());
          json.writeEndObject();
        });
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws InvalidAnswerException for anything else
   */
  public static UsageRefusal read(byte[] bytes) throws InvalidAnswerException {
    return UsageExchange.DOCUMENTS.read(bytes, LONGEST, RefusalForm::refusal);
  }

  private static UsageRefusal refusal(JsonValues json) throws IOException {
    Optional<Reason> reason = Optional.empty();
    String message = "";
    Duration retryAfter = Duration.ZERO;
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "refused" -> reason = Optional.of(json.word(Reason.values(), Reason::word));
        case "message" -> message = json.text();
        case "retry_millis" -> retryAfter = Duration.ofMillis(json.count());
        default -> json.skip();
      }
    }
    if (reason.isEmpty()) {
      throw new InvalidAnswerException("a refusal without a reason");
    }
    return new UsageRefusal(reason.get(), message, retryAfter);
  }
}
