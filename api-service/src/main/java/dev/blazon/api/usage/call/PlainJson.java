package dev.blazon.api.usage.call;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as EspyMetrics does, which is as Python's {@code json.dumps(…, indent=2,
 * sort_keys=True)}: a key or an element a line. Stateless.
 */
final class PlainJson {

  private static final String INDENT = "  ";

  private PlainJson() {}

  /**
   * Writes a value.
   *
   * @param value a map whose keys are sorted, a list, a text, a number or a truth value
   */
  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "\n");
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      writeMap(out, map, line);
    } else if (value instanceof List<?> list) {
      writeList(out, list, line);
    } else if (value instanceof String text) {
      writeText(out, text);
    } else {
      out.append(value);
    }
  }

  private static void writeMap(StringBuilder out, Map<?, ?> map, String line) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> next = map.entrySet().iterator(); next.hasNext(); ) {
      Map.Entry<?, ?> entry = next.next();
      out.append(line).append(INDENT);
      writeText(out, (String) entry.getKey());
      out.append(": ");
      write(out, entry.getValue(), line + INDENT);
      if (next.hasNext()) {
        out.append(',');
      }
    }
    out.append(line).append('}');
  }

  private static void writeList(StringBuilder out, List<?> list, String line) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i > 0 ? "," : "").append(line).append(INDENT);
      write(out, list.get(i), line + INDENT);
    }
    out.append(line).append(']');
  }

  private static void writeText(StringBuilder out, String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }
}
