package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchTest {

  private final StringWriter lines = new StringWriter();
  private final Watch plain = new PlainWatch(new PrintWriter(lines), new Interruption());

  @Test
  void plain_lines_tell_each_tenth_of_a_part_whose_end_is_known() {
    plain.begin("reading", "bytes", 20_000);
    for (int i = 0; i < 10; i++) {
      plain.bytesRead(999);
    }
    plain.end();
    assertEquals(
        List.of(
            "reading: 14 % of 20000 bytes",
            "reading: 24 % of 20000 bytes",
            "reading: 34 % of 20000 bytes",
            "reading: 44 % of 20000 bytes"),
        lines.toString().lines().toList());
  }

  @Test
  void plain_lines_tell_each_million_of_a_part_whose_end_nobody_knows() {
    plain.begin("fetching", "rows", 0);
    plain.rowsRead(2_999_999);
    plain.rowsRead(1);
    plain.projectsMerged(1_000_000);
    assertEquals(
        List.of("fetching: 2999999 rows", "fetching: 3000000 rows", "merging: 1000000 projects"),
        lines.toString().lines().toList());
  }

  @Test
  void a_small_part_has_no_lines() {
    plain.begin("reading", "bytes", 9_999);
    plain.bytesRead(9_999);
    plain.end();
    assertEquals("", lines.toString());
  }

  @Test
  void a_terminal_shows_a_bar_for_each_part() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Interruption interruption = new Interruption();
    try (Watch bar =
        new BarWatch(new PrintStream(bytes, true, StandardCharsets.UTF_8), interruption)) {
      bar.begin("reading", "bytes", 200);
      bar.bytesRead(200);
      bar.projectsMerged(3);
    }
    String shown = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("reading 100% ["), shown);
    assertTrue(shown.contains("200/200 bytes"), shown);
    assertTrue(shown.contains("merging"), shown);
  }
}
