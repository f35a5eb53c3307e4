package dev.blazon.imaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.imaging.BadgeMaker;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("processes")
final class WidthTablesTest {

  @ParameterizedTest
  @CsvSource({
    "VERDANA_11,        verdana-11px-normal",
    "VERDANA_10,        verdana-10px-normal",
    "VERDANA_BOLD_10,   verdana-10px-bold",
    "HELVETICA_BOLD_11, helvetica-11px-bold",
  })
  void have_anafanafo_s_width_for_every_code_point(TextFont font, String table) throws IOException {
    double[] expected = table(table);
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (font.width(Character.toString(c)) != expected[c]) {
        assertEquals(expected[c], font.width(Character.toString(c)), "U+" + Integer.toHexString(c));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',            0",
    "pypi,          23.23",
    "m,             10.7",
    "\udb80\udc00,  10.7",
    "\ud83d\udc0d,  10.7",
  })
  void measure_code_points_and_take_unknown_ones_for_an_m(String text, double width) {
    assertEquals(width, TextFont.VERDANA_11.width(text), 1e-9);
  }

  private static double[] table(String name) throws IOException {
    JsonArray ranges =
        new JsonArray(Files.readString(BadgeMaker.installed("anafanafo/data/" + name + ".json")));
    double[] widths = new double[Character.MAX_CODE_POINT + 1];
    Arrays.fill(widths, Double.NaN);
    for (int i = 0; i < ranges.size(); i++) {
      JsonArray range = ranges.getJsonArray(i);
      Arrays.fill(widths, range.getInteger(0), range.getInteger(1) + 1, range.getDouble(2));
    }
    double unknown = widths['m'];
    for (int c = 0; c < widths.length; c++) {
      if (c < 32 || c == 127) {
        widths[c] = 0;
      } else if (Double.isNaN(widths[c])) {
        widths[c] = unknown;
      }
    }
    return widths;
  }
}
