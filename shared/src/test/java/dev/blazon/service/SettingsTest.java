package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "10s, PT10S", "5m, PT5M", "24h, PT24H", "7d, PT168H", "1D, PT24H"})
  void reads_durations(String value, Duration expected) {
    assertEquals(expected, given(value).duration("BLAZON_X", "1s", "x"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "512, 512", "64b, 64", "64kb, 65536", "256MB, 268435456", "1gb, 1073741824"})
  void reads_sizes(String value, long expected) {
    assertEquals(expected, given(value).bytes("BLAZON_X", "1mb", "x"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.b,         http://a.b",
    "https://a.b:8443/,  https://a.b:8443",
    "' https://a.b/c/ ', https://a.b/c",
    "http://[::1]:8080,  http://[::1]:8080",
  })
  void reads_addresses(String value, URI expected) {
    assertEquals(expected, given(value).url("BLAZON_X", "http://z", "x"));
  }

  @Test
  void reads_a_list_of_addresses() {
    assertEquals(
        List.of(URI.create("http://a"), URI.create("http://b:1")),
        given("http://a/ , http://b:1").urls("BLAZON_X", "x"));
    assertEquals(List.of(), given("").urls("BLAZON_X", "x"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "8080, 8080", "65535, 65535"})
  void reads_ports(String value, int expected) {
    assertEquals(expected, given(value).port("BLAZON_X", 1, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void an_empty_variable_counts_as_not_set(String value) {
    assertEquals("z", given(value).text("BLAZON_X", "z", "x"));
    assertEquals(Optional.empty(), given(value).text("BLAZON_X", "x"));
    assertEquals(7, given(value).integer("BLAZON_X", 7, 1, 9, "x"));
    assertEquals(Path.of("/z"), given(value).path("BLAZON_X", Path.of("/z"), "z", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "s", "-1s", "1.5s", "1 s", "1w", "99999999999s"})
  void a_bad_duration_is_refused(String value) {
    assertRefused(value, settings -> settings.duration("BLAZON_X", "1s", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mb", "-1", "1.5mb", "1tb", "1 mb"})
  void a_bad_size_is_refused(String value) {
    assertRefused(value, settings -> settings.bytes("BLAZON_X", "1mb", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.0", "0", "10", "99999999999"})
  void a_bad_number_is_refused(String value) {
    assertRefused(value, settings -> settings.integer("BLAZON_X", 5, 1, 9, "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b", "ftp://a.b", "http://", "http://a b", "http://a?x=1", "http://a#f", "//a"})
  void a_bad_address_is_refused(String value) {
    assertRefused(value, settings -> settings.url("BLAZON_X", "http://z", "x"));
    assertRefused("http://a," + value, settings -> settings.urls("BLAZON_X", "x"));
  }

  @Test
  void a_bad_path_is_refused() {
    assertRefused("a\u0000b", settings -> settings.path("BLAZON_X", Path.of("z"), "z", "x"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://ada:hidden@a.b/?x,            https://…@a.b/?x",
    "ftp://ada:hid/hid@en@a.b,             ftp://…@a.b",
    "postgres:ada:hidden@a.b,              postgres:…@a.b",
    "ada:hidden@a.b,                       ada:…@a.b",
    "https://a.b/?user=ada&password=hidden, https://a.b/?user=ada&password=…",
    "https://a.b/?apiKey=hidden&x=1,       https://a.b/?apiKey=…&x=1",
  })
  void a_refusal_prints_no_password(String value, String shown) {
    InvalidSettingException refusal =
        assertThrows(
            InvalidSettingException.class, () -> given(value).url("BLAZON_X", "http://z", "x"));
    assertEquals(
        "BLAZON_X=" + shown + ": an http:// or https:// address is needed", refusal.getMessage());
  }

  @Test
  void reads_a_text_of_a_form_of_its_own() {
    assertEquals(7, given("7").parsed("BLAZON_X", 1, "one", "x", Integer::parseInt));
    assertEquals(1, given("").parsed("BLAZON_X", 1, "one", "x", Integer::parseInt));
    assertRefused("x", settings -> settings.parsed("BLAZON_X", "none", "x", Integer::parseInt));
  }

  private enum Speed {
    TOO_FAST
  }

  @ParameterizedTest
  @ValueSource(strings = {"too-fast", "TOO-FAST"})
  void reads_choices_of_two_words(String value) {
    assertEquals(Speed.TOO_FAST, given(value).choice("BLAZON_X", Speed.TOO_FAST, "x"));
  }

  @Test
  void records_the_variables_that_were_read_for_the_help() {
    Settings settings = new Settings(Map.of("BLAZON_PORT", "1"));
    settings.port("BLAZON_PORT", 8080, "where badges are served");
    settings.text("BLAZON_REDIS_URL", "none: no Redis");
    assertEquals(
        List.of(
            new Settings.Variable("BLAZON_PORT", "8080", "where badges are served"),
            new Settings.Variable("BLAZON_REDIS_URL", "none", "none: no Redis")),
        settings.variables());
  }

  @Test
  void the_help_calls_a_default_that_depends_on_the_machine_by_its_words() {
    Settings settings = new Settings(Map.of());
    assertEquals(4, settings.integer("BLAZON_N", 4, "one a processor", 1, 9, "how many"));
    assertEquals(Path.of("/z"), settings.path("BLAZON_F", Path.of("/z"), "a folder", "where"));
    assertEquals(
        List.of(
            new Settings.Variable("BLAZON_N", "one a processor", "how many"),
            new Settings.Variable("BLAZON_F", "a folder", "where")),
        settings.variables());
  }

  private static Settings given(String value) {
    return new Settings(Map.of("BLAZON_X", value));
  }

  private static void assertRefused(String value, Consumer<Settings> read) {
    InvalidSettingException refusal =
        assertThrows(InvalidSettingException.class, () -> read.accept(given(value)));
    assertTrue(refusal.getMessage().startsWith("BLAZON_X="), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
  }
}
