package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataFolderTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,      '',             '',    /home/ada/.local/share/blazon",
    "Linux,      XDG_DATA_HOME, /var/c, /var/c/blazon",
    "Linux,      XDG_DATA_HOME, here,  /home/ada/.local/share/blazon",
    "Mac OS X,   XDG_DATA_HOME, /var/c, '/home/ada/Library/Application Support/blazon'",
    "Windows 11, '',             '',    /home/ada/AppData/Local/blazon/data",
    "Windows 11, LOCALAPPDATA,   /local, /local/blazon/data",
  })
  void follows_the_operating_system_s_convention(
      String system, String name, String value, String expected) {
    Map<String, String> environment = name.isEmpty() ? Map.of() : Map.of(name, value);

    assertEquals(
        Path.of(expected), UserDataFolder.locate(environment, system, Path.of("/home/ada")));
  }
}
