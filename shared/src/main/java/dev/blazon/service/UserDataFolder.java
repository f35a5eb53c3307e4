package dev.blazon.service;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The default folder for data that must not be lost, on this operating system. */
public final class UserDataFolder {

  private UserDataFolder() {}

  /** The data folder of Blazon for the current user; it may not exist yet. */
  public static Path locate() {
    return locate(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /**
   * On Linux, follows the XDG Base Directory Specification: a relative {@code XDG_DATA_HOME} is
   * ignored.
   *
   * @param system the value of Java's {@code os.name}
   */
  static Path locate(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/blazon");
    }
    if (name.startsWith("windows")) {
      return UserCacheFolder.absolute(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData/Local"))
          .resolve("blazon/data");
    }
    return UserCacheFolder.absolute(environment, "XDG_DATA_HOME")
        .orElse(home.resolve(".local/share"))
        .resolve("blazon");
  }
}
