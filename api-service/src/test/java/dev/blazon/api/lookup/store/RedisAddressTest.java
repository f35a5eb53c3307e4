package dev.blazon.api.lookup.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.service.InvalidSettingException;
import io.vertx.redis.client.RedisClientType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @ParameterizedTest
  @CsvSource({
    "redis://h:6379, STANDALONE, redis://h:6379, ",
    "rediss://u:p@h/2, STANDALONE, rediss://u:p@h/2, ",
    "'redis+cluster://:p@a:1,b:2', CLUSTER, 'redis://:p@a:1,redis://:p@b:2', ",
    "'redis+sentinel://a:1, b:2/main', SENTINEL, 'redis://a:1,redis://b:2', main",
    "rediss+sentinel://a:1/main, SENTINEL, rediss://a:1, main",
  })
  void reads_how_redis_is_run(String text, RedisClientType type, String servers, String master) {
    assertEquals(
        new RedisAddress(type, List.of(servers.split(",", -1)), Optional.ofNullable(master)),
        RedisAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "h:6379",
        "http://h",
        "redis://",
        "redis+sentinel://a:1",
        "redis+cluster://a,",
        ""
      })
  void refuses_other_addresses(String text) {
    assertThrows(InvalidSettingException.class, () -> RedisAddress.parse(text));
  }

  @Test
  void never_shows_the_password() {
    InvalidSettingException error =
        assertThrows(
            InvalidSettingException.class, () -> RedisAddress.parse("x://user:secret@host"));
    assertFalse(error.getMessage().contains("secret"));
  }
}
