package dev.blazon.api.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalQueryTest {

  private static final Path VARNISH = Path.of("../varnish");
  private static final Pattern NAMES_IN_VCL = Pattern.compile("&\\(\\?!\\(\\?:([A-Za-z_|]+)\\)");
  private static final String NOTHING = "-";

  record Row(String query, String canonical, String label, String style) {
    static Row of(String line) {
      String[] columns = line.split("\t", -1);
      assertEquals(4, columns.length, line);
      return new Row(columns[0], columns[1], columns[2], columns[3]);
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(VARNISH.resolve("queries.tsv"), UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_query_is_read_as_the_table_says(Row row) {
    String canonical = CanonicalQuery.of(row.query);

    assertEquals(row.canonical, canonical.isEmpty() ? NOTHING : canonical);
    Overrides read = overrides(row.query);
    assertEquals(row.label, read.label().orElse(NOTHING));
    assertEquals(
        row.style,
        read.style()
            .map(Style::name)
            .map(style -> style.toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse(NOTHING));
    assertEquals(read, overrides(canonical));
  }

  @Test
  void varnish_knows_the_same_names() throws IOException {
    Matcher names = NAMES_IN_VCL.matcher(Files.readString(VARNISH.resolve("default.vcl")));

    assertTrue(names.find());
    assertEquals(CanonicalQuery.NAMES, Set.of(names.group(1).split("\\|")));
  }

  @Property
  void the_canonical_form_has_the_same_meaning(@ForAll("queries") String query) {
    String canonical = CanonicalQuery.of(query);

    assertEquals(canonical, CanonicalQuery.of(canonical));
    assertEquals(overrides(query), overrides(canonical));
    assertEquals(
        GlobalParameters.cacheSeconds(Parameters.parse(query)),
        GlobalParameters.cacheSeconds(Parameters.parse(canonical)));
  }

  @Provide
  Arbitrary<String> queries() {
    List<String> pieces =
        List.of(
            "&",
            "&",
            "&amp;",
            "?",
            "=",
            "=",
            "label",
            "style",
            "link",
            "plastic",
            "cacheSeconds",
            "utm",
            "9",
            "%6c",
            "%",
            "+",
            ";",
            "#",
            "x",
            "\u00e9",
            "\0");
    return Arbitraries.of(pieces).list().ofMaxSize(40).map(chosen -> String.join("", chosen));
  }

  private static Overrides overrides(String query) {
    return GlobalParameters.overrides(Parameters.parse(query));
  }
}
