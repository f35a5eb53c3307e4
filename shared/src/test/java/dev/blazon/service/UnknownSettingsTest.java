package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that no service reads, names that have changed, and values that nobody may see. */
class UnknownSettingsTest {

  @TempDir private Path folder;

  private static List<String> unknown(String name) {
    Map<String, String> environment = Map.of(name, "1");
    Settings settings = new Settings(environment);
    settings.port("BLAZON_PORT", 1, "x");
    return UnknownSettings.in(environment, settings);
  }

  @ParameterizedTest
  @CsvSource({
    "BLAZON_PROT, BLAZON_PROT: no such setting; did you mean BLAZON_PORT?",
    "BLAZON_REDIS_ULR, BLAZON_REDIS_ULR: no such setting; did you mean BLAZON_REDIS_URL?",
    "BLAZON_FOO_AND_BAR, BLAZON_FOO_AND_BAR: no such setting; it is ignored"
  })
  void a_misspelt_name_is_told_without_its_value(String name, String line) {
    assertEquals(List.of(line), unknown(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BLAZON_PORT",
        "BLAZON_JVM_FLAGS", // Of the launcher.
        "BLAZON_PEPY_API_KEY_FILE",
        "BLAZON_INDEX_OWN_TOKEN",
        "BLAZON_API_SERVICE_HOST", // Of Kubernetes.
        "BLAZON_API_PORT_8080_TCP_ADDR",
        "PATH"
      })
  void names_that_somebody_reads_are_not(String name) {
    assertEquals(List.of(), unknown(name));
  }

  @Test
  void a_former_name_still_works_with_a_warning() {
    Settings settings = new Settings(Map.of("BLAZON_OLD", "7")).renamed("BLAZON_OLD", "BLAZON_NEW");

    assertEquals(7, settings.integer("BLAZON_NEW", 1, 0, 9, "x"));
    assertEquals(List.of("BLAZON_OLD is now called BLAZON_NEW"), settings.warnings());
    assertEquals(List.of(), UnknownSettings.in(Map.of("BLAZON_OLD", "7"), settings));
  }

  @Test
  void the_present_name_wins_over_the_former_one() {
    Settings settings =
        new Settings(Map.of("BLAZON_OLD", "7", "BLAZON_NEW", "8"))
            .renamed("BLAZON_OLD", "BLAZON_NEW");

    assertEquals(8, settings.integer("BLAZON_NEW", 1, 0, 9, "x"));
  }

  @Test
  void a_secret_may_stand_in_a_file_and_never_shows() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "hidden-key\n");
    Settings settings = new Settings(Map.of("BLAZON_KEY_FILE", file.toString()));
    Optional<Secret> secret = settings.secret("BLAZON_KEY", "a key");

    assertEquals("hidden-key", secret.orElseThrow().reveal());
    assertFalse(secret.toString().contains("hidden"), secret.toString());
    assertFalse(settings.shown().toString().contains("hidden"), settings.shown().toString());
    assertTrue(settings.shown().get(0).isSet());
  }

  @Test
  void a_password_within_an_address_does_not_show() {
    Settings settings = new Settings(Map.of("BLAZON_URL", "http://ada:hidden@a.b"));
    settings.text("BLAZON_URL", "x");

    assertEquals("http://…@a.b", settings.shown().get(0).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "empty"})
  void a_file_without_a_secret_is_refused(String name) throws IOException {
    Files.writeString(folder.resolve("empty"), "\n");
    Settings settings = new Settings(Map.of("BLAZON_KEY_FILE", folder.resolve(name).toString()));

    assertThrows(InvalidSettingException.class, () -> settings.secret("BLAZON_KEY", "a key"));
  }

  @Test
  void a_secret_of_a_wrong_form_is_not_repeated() {
    Settings settings = new Settings(Map.of("BLAZON_KEY", "hidden"));

    InvalidSettingException refused =
        assertThrows(
            InvalidSettingException.class,
            () ->
                settings.secret(
                    "BLAZON_KEY",
                    "a key",
                    text -> {
                      throw new IllegalArgumentException("longer ones are needed");
                    }));
    assertEquals("BLAZON_KEY=…: longer ones are needed", refused.getMessage());
  }
}
