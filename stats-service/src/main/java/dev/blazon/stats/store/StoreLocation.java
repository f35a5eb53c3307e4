package dev.blazon.stats.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** Where the counts are kept. */
public sealed interface StoreLocation {

  /**
   * A folder with SQLite files.
   *
   * @param folder is made if it does not exist
   */
  record Sqlite(Path folder) implements StoreLocation {}

  /**
   * A database of a PostgreSQL server, 13 or later.
   *
   * @param url as in {@code postgresql://user:password@host:5432/database?sslmode=require}
   */
  record Postgresql(URI url) implements StoreLocation {

    /** Without the password: for logs. */
    @Override
    public String toString() {
      return "postgresql://"
          + url.getHost()
          + (url.getPort() < 0 ? "" : ":" + url.getPort())
          + url.getPath();
    }
  }

  /**
   * Reads {@code sqlite:DIR} or {@code postgresql://…}.
   *
   * @throws IllegalArgumentException if it is neither; the message contains no password
   */
  static StoreLocation parse(String text) {
    String scheme = text.substring(0, text.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    switch (scheme) {
      case "sqlite:" -> {
        return new Sqlite(Path.of(text.substring(scheme.length())));
      }
      case "postgresql:", "postgres:" -> {
        URI url = URI.create(text);
        if (url.getHost() == null || url.getPath().length() < 2) {
          throw new IllegalArgumentException("a host or a database is missing after " + scheme);
        }
        return new Postgresql(url);
      }
      default ->
          throw new IllegalArgumentException(
              "neither sqlite:DIR nor postgresql://…, but begins with '" + scheme + "'");
    }
  }
}
