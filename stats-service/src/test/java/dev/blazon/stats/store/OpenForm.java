package dev.blazon.stats.store;

import dev.blazon.stats.packed.BreakdownReader;
import dev.blazon.stats.packed.BreakdownWriter;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.MonthWriter;
import java.util.HexFormat;

/** The open form of packed days, whatever form they have. */
final class OpenForm {

  /** As hexadecimal digits. */
  static String of(PackedTable table, byte[] days) {
    return HexFormat.of().formatHex(table == PackedTable.MONTHS ? month(days) : breakdown(days));
  }

  private static byte[] month(byte[] days) {
    MonthReader reader = new MonthReader();
    reader.reset(days);
    MonthWriter writer = new MonthWriter();
    writer.begin();
    while (reader.next()) {
      writer.copyDay(reader);
    }
    return writer.toBytes();
  }

  private static byte[] breakdown(byte[] days) {
    BreakdownReader reader = new BreakdownReader();
    reader.reset(days);
    BreakdownWriter writer = new BreakdownWriter();
    writer.begin();
    while (reader.nextDay()) {
      writer.copyDay(reader);
    }
    return writer.toBytes();
  }

  private OpenForm() {}
}
