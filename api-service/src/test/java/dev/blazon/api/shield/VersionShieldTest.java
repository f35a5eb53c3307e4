package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionShieldTest {

  private final VersionShield shield = new VersionShield();

  @ParameterizedTest
  @CsvSource({
    "1.2.3,            v1.2.3,           blue",
    "0.9.1,            v0.9.1,           orange",
    "2.0rc1,           v2.0rc1,          orange",
    "1.0.dev3,         v1.0.dev3,        orange",
    "1.0.post1,        v1.0.post1,       blue",
    "1!2.0,            v1!2.0,           blue",
    "1.0+abc,          v1.0+abc,         blue",
    "0,                v0,               blue",
    "v0.6,             v0.6,             orange",
    "v1,               v1,               blue",
    "20240101,         20240101,         blue",
    "123456,           v123456,          blue",
    "2024-01-01,       2024-01-01,       lightgrey",
    "cheese,           cheese,           lightgrey",
    "5aa272da79,       5aa272da79,       lightgrey",
    "2.1.6-prerelease, v2.1.6-prerelease, lightgrey",
    "6.0.0-SNAPSHOT,   v6.0.0-SNAPSHOT,  lightgrey",
    "1.0.1-rc1,        v1.0.1-rc1,       orange",
  })
  void is_written_and_coloured_like_shields_io(String version, String message, String color) {
    assertEquals(
        "pypi|" + message + "|" + color,
        ShownBadge.by(shield, Facts.none().version(version), Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3,     PYPIP_IN,   pypi|1.2.3|brightgreen",
    "0.1-alpha, PYPIP_IN,   pypi|0.1-alpha|brightgreen",
    "1.2.3,     BADGE_FURY, pypi package|1.2.3|brightgreen",
    "1.2.3,     BADGEN_NET, pypi|v1.2.3|#08c",
    "0.2,       BADGEN_NET, pypi|v0.2|#f73",
    "1.0rc1,    BADGEN_NET, pypi|v1.0rc1|#08c",
    "1.0-rc.1,  BADGEN_NET, pypi|v1.0-rc.1|#1bc",
    "1.0.dev3,  BADGEN_NET, pypi|v1.0.dev3|#08c",
    "v3,        BADGEN_NET, pypi|v3|#08c",
    "'',        PYPIP_IN,   pypi|unknown|lightgrey",
    "'',        SHIELDS_IO, pypi|unknown|lightgrey",
  })
  void is_written_as_each_service_wrote_it(String version, Wording wording, String expected) {
    assertEquals(expected, ShownBadge.by(shield, Facts.none().version(version), wording));
  }
}
