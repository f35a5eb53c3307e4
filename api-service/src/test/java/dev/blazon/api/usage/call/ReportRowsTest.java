package dev.blazon.api.usage.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportRowsTest {

  private final ReportRows rows = new ReportRows();

  @Test
  void a_field_is_in_the_column_of_its_path() throws IOException {
    String row =
        row(
            "{\"python\":{\"version_info\":[3,12,1,\"final\",0],\"is_64bit\":true},"
                + "\"uname\":{\"system\":\"Linux\"},\"time\":{\"std_utc_offset\":-8.5},"
                + "\"package\":\"x\"}");

    assertEquals("3", cell(row, "python$version_info$0"));
    assertEquals("final", cell(row, "python$version_info$3"));
    assertEquals("true", cell(row, "python$is_64bit"));
    assertEquals("Linux", cell(row, "uname$system"));
    assertEquals("-8.5", cell(row, "time$std_utc_offset"));
    assertEquals("x", cell(row, "package"));
    assertEquals("", cell(row, "hostname"));
  }

  @Test
  void each_row_forgets_the_one_before() throws IOException {
    row("{\"package\":\"x\"}");

    assertEquals("", cell(row("{\"version\":\"1\"}"), "package"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain | plain",
        "a,b | \"a,b\"",
        "say 'hi' | say 'hi'",
        "=1+1 | '=1+1",
        "+1 | '+1",
        "@x | '@x",
        "-x | '-x",
        "-8 | -8",
      })
  void no_value_is_run_as_a_formula(String value, String cell) throws IOException {
    StringBuilder out = new StringBuilder();
    Csv.append(out, List.of(value));

    assertEquals(cell + "\r\n", out.toString());
  }

  @Test
  void quotes_and_line_breaks_stay_in_their_cell() {
    StringBuilder out = new StringBuilder();
    Csv.append(out, List.of("a\"b", "c\nd"));

    assertEquals("\"a\"\"b\",\"c\nd\"\r\n", out.toString());
  }

  @Test
  void what_has_no_column_is_passed_over_however_deep_it_is() throws IOException {
    String deep = "[".repeat(900) + "]".repeat(900);

    String row =
        row("{\"x\":" + deep + ",\"python\":{\"y\":" + deep + "},\"uname\":7,\"package\":{}}");

    assertEquals(",".repeat(ReportRows.COLUMNS.size() - 1) + "\r\n", row);
  }

  @Test
  void what_is_no_json_is_a_failure() {
    assertThrows(IOException.class, () -> row("{\"package\":[1,"));
  }

  private String row(String json) throws IOException {
    StringBuilder out = new StringBuilder();
    rows.append(out, json.getBytes(UTF_8));
    return out.toString();
  }

  private static String cell(String row, String column) {
    List<String> cells = Arrays.asList(row.split(",", -1));
    return cells.get(ReportRows.COLUMNS.indexOf(column)).strip();
  }
}
