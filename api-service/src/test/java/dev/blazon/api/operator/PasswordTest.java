package dev.blazon.api.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.testing.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash of a password, the command that makes it, and how long a login is remembered. */
class PasswordTest {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void a_hash_knows_its_password_only_and_has_a_salt_of_its_own() {
    PasswordHash hash = PasswordHash.parse(PasswordHash.of(PASSWORD).text());

    assertTrue(hash.matches(PASSWORD));
    assertFalse(hash.matches(PASSWORD + "x"));
    assertFalse(hash.matches(""));
    assertNotEquals(hash.text(), PasswordHash.of(PASSWORD).text());
    assertEquals("…", hash.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "$pbkdf2$it=210000$c2FsdHNhbHRzYWx0c2FsdA$tooshort",
        "$sha1$$c2FsdHNhbHRzYWx0c2FsdA$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            + "aaaaaaaaaaaaaaaaaaaaaa",
        "$pbkdf2$it=9999999$c2FsdHNhbHRzYWx0c2FsdA$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void what_the_command_did_not_write_is_refused_and_not_repeated(String text) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));

    assertFalse(refused.getMessage().contains(text), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "b3A6cHc=, pw",
    "b3A6OnA6dzo=, ':p:w:'", // The password begins after the first colon.
    "b3A6w7w=, ü",
    "b3A=, none",
    "~~, none"
  })
  void the_password_is_what_follows_the_first_colon(String base64, String password) {
    assertEquals(password, Credentials.password("bAsIc " + base64).orElse("none"));
  }

  @Test
  void the_command_prints_a_line_that_the_setting_takes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertEquals(
        0,
        PasswordCommand.print(
            Optional.of(PASSWORD), new PrintStream(out, true, UTF_8), System.err));
    assertTrue(PasswordHash.parse(out.toString(UTF_8).strip()).matches(PASSWORD));
  }

  @ParameterizedTest
  @CsvSource({"too short, 'from 12 to 128'", ", no password"})
  void the_command_refuses_what_is_no_password(String password, String said) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertEquals(
        2,
        PasswordCommand.print(
            Optional.ofNullable(password), System.out, new PrintStream(err, true, UTF_8)));
    assertTrue(err.toString(UTF_8).contains(said), err.toString(UTF_8));
  }

  @Test
  void a_login_is_remembered_for_ten_minutes_after_its_last_use() {
    MutableClock clock = new MutableClock();
    RecentLogin recent = new RecentLogin(clock);
    assertFalse(recent.knows(PASSWORD));
    recent.remember(PASSWORD);

    clock.advance(Duration.ofMinutes(9));
    assertTrue(recent.knows(PASSWORD));
    assertFalse(recent.knows("another password"));
    clock.advance(Duration.ofMinutes(9));
    assertTrue(recent.knows(PASSWORD));
    clock.advance(Duration.ofMinutes(10));
    assertFalse(recent.knows(PASSWORD));
  }
}
