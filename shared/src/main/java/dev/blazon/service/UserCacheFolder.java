package dev.blazon.service;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The default folder for caches on this operating system. */
public final class UserCacheFolder {

  private UserCacheFolder() {}

  /** The cache folder of Blazon for the current user; it may not exist yet. */
  public static Path locate() {
    return locate(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /**
   * On Linux, follows the XDG Base Directory Specification: a relative {@code XDG_CACHE_HOME} is
   * ignored.
   *
   * @param system the value of Java's {@code os.name}
   */
  static Path locate(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Caches/blazon");
    }
    if (name.startsWith("windows")) {
      return absolute(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData/Local"))
          .resolve("blazon/cache");
    }
    return absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("blazon");
  }

  /** A variable that names a folder by its whole path; others are ignored. */
  static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
