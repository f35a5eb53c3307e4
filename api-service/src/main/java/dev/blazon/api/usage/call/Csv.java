package dev.blazon.api.usage.call;

import java.util.List;

/**
 * Rows for spreadsheets (RFC 4180). Values come from strangers, so one that a spreadsheet would run
 * as a formula begins with an apostrophe, which it does not show.
 */
final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** Appends a row with its end. */
  static void append(StringBuilder out, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      append(out, values.get(i));
    }
    out.append("\r\n");
  }

  private static void append(StringBuilder out, String value) {
    String safe = isFormula(value) ? "'" + value : value;
    if (safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')) {
      out.append(safe);
      return;
    }
    out.append('"').append(safe.replace("\"", "\"\"")).append('"');
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 && !isNumber(value);
  }

  /** As an offset of a time zone is. */
  private static boolean isNumber(String value) {
    return value.matches("-[0-9]{1,18}(\\.[0-9]{1,18})?");
  }
}
