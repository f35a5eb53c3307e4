package dev.blazon.imaging.png.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShaperTest {

  private final Shaper shaper = new Shaper(Typeface.REGULAR);
  private final GlyphRun run = new GlyphRun();

  /** Clusters and natural lengths measured in Chromium 156, with the same font at 110 pixels. */
  @ParameterizedTest
  @CsvSource({
    "config,    5, 336.640625", // fi is one
    "office,    4, 301.84375", // ffi is one
    "AVATAR To, 9, 564.296875", // kerned
    "é,         1, 67.671875",
    "مرحبا,      5, 254.34375", // joined
    "日本,       2, 132.03125", // two boxes
    "שלום abc,  8, 476.15625",
    "a😀b,      3, 251.9375",
  })
  void is_as_long_as_in_chromium(String text, int clusters, double length) {
    shaper.shape(text, run);
    assertEquals(clusters, run.clusterCount());
    assertEquals(length, run.advance() * 110.0 / Typeface.UNITS_PER_EM, 0.2);
  }

  @Property(tries = 500)
  void the_tables_give_the_same_result_as_the_jdk_s_shaper(
      @ForAll
          @StringLength(min = 1, max = 30)
          @Chars({'f', 'i', 'l', 'A', 'V', 'T', 'o', ' ', '-', '.', 'é', '|'})
          @CharRange(from = '!', to = '~')
          String text) {
    shaper.shape(text, run);
    List<Integer> fast = all();
    shaper.shapeAny(text, run);
    assertEquals(all(), fast);
  }

  private List<Integer> all() {
    List<Integer> all = new ArrayList<>(List.of(run.count(), run.clusterCount(), run.advance()));
    for (int i = 0; i < run.count(); i++) {
      all.addAll(List.of(run.glyph(i), run.position(i), run.cluster(i)));
    }
    return all;
  }
}
