package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCacheFolderTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,      '',             '',    /home/ada/.cache/blazon",
    "Linux,      XDG_CACHE_HOME, /var/c, /var/c/blazon",
    "Linux,      XDG_CACHE_HOME, here,  /home/ada/.cache/blazon",
    "Mac OS X,   XDG_CACHE_HOME, /var/c, /home/ada/Library/Caches/blazon",
    "Windows 11, '',             '',    /home/ada/AppData/Local/blazon/cache",
    "Windows 11, LOCALAPPDATA,   /local, /local/blazon/cache",
  })
  void follows_the_operating_system_s_convention(
      String system, String name, String value, String expected) {
    Map<String, String> environment = name.isEmpty() ? Map.of() : Map.of(name, value);

    assertEquals(
        Path.of(expected), UserCacheFolder.locate(environment, system, Path.of("/home/ada")));
  }
}
