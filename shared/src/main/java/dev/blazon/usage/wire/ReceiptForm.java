package dev.blazon.usage.wire;

import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.JsonValues;
import dev.blazon.usage.ReportReceipt;
import java.io.IOException;

/** The JSON of a receipt: {@code {"accepted":100,"duplicates":0,"ignored":0}}. */
public final class ReceiptForm {

  private static final int LONGEST = 4 * 1024;

  private ReceiptForm() {}

  public static byte[] write(ReportReceipt receipt) {
    return UsageExchange.DOCUMENTS.write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("accepted", receipt.accepted());
          json.writeNumberField("duplicates", receipt.duplicates());
          json.writeNumberField("ignored", receipt.ignored());
          json.writeEndObject();
        });
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws InvalidAnswerException for anything else
   */
  public static ReportReceipt read(byte[] bytes) throws InvalidAnswerException {
    return UsageExchange.DOCUMENTS.read(bytes, LONGEST, ReceiptForm::receipt);
  }

  private static ReportReceipt receipt(JsonValues json) throws IOException {
    int accepted = -1;
    int duplicates = 0;
    int ignored = 0;
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "accepted" -> accepted = json.smallCount();
        case "duplicates" -> duplicates = json.smallCount();
        case "ignored" -> ignored = json.smallCount();
        default -> json.skip();
      }
    }
    if (accepted < 0) {
      throw new InvalidAnswerException("a receipt without a number");
    }
    return new ReportReceipt(accepted, duplicates, ignored);
  }
}
