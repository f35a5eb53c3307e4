package dev.blazon.stats.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://sql-clickhouse.clickhouse.com, https://sql-clickhouse.clickhouse.com/, demo, '', pypi",
    "https://ch.example.org:8443/stats/, https://ch.example.org:8443/, demo, '', stats",
    "http://me:p%40ss:word@10.0.0.1:8123, http://10.0.0.1:8123/, me, p@ss:word, pypi",
    "http://me@[::1]:8123/a, http://[::1]:8123/, me, '', a",
  })
  void an_address_has_these_parts(
      String text, String base, String user, String password, String database) {
    ClickHouseAddress address = ClickHouseAddress.parse(URI.create(text));

    assertEquals(new ClickHouseAddress(URI.create(base), user, password, database), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x.example", "clickhouse://x.example", "/only/path", "https:///x"})
  void other_texts_are_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> ClickHouseAddress.parse(URI.create(text)));
  }

  @Test
  void a_password_is_never_printed() {
    String printed = ClickHouseAddress.parse(URI.create("http://me:secret@h:1")).toString();

    assertFalse(printed.contains("secret"), printed);
  }
}
