package dev.blazon.stats.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the counts are kept. */
public sealed interface StoreLocation {

  /**
   * A folder with SQLite files.
   *
   * @param folder is made if it does not exist
   */
  record Sqlite(Path folder) implements StoreLocation {

    /** As it stands in the setting. */
    @Override
    public String toString() {
      return "sqlite:" + folder;
    }
  }

  /**
   * A database of a PostgreSQL server, 13 or later.
   *
   * @param url as in {@code postgresql://user:password@host:5432/database?sslmode=require}
   */
  record Postgresql(URI url) implements StoreLocation {

    /** The address for the driver, without user and password. */
    String jdbcUrl() {
      String query = url.getRawQuery();
      return "jdbc:postgresql://" + address() + (query == null ? "" : "?" + query);
    }

    Optional<String> user() {
      return part(0);
    }

    Optional<String> password() {
      return part(1);
    }

    private Optional<String> part(int place) {
      String info = url.getRawUserInfo();
      String[] parts = info == null ? new String[0] : info.split(":", 2);
      return place < parts.length
          ? Optional.of(URLDecoder.decode(parts[place].replace("+", "%2B"), StandardCharsets.UTF_8))
          : Optional.empty();
    }

    private String address() {
      String port = url.getPort() < 0 ? "" : ":" + url.getPort();
      return url.getHost() + port + url.getRawPath();
    }

    /** Without user and password: for logs. */
    @Override
    public String toString() {
      return "postgresql://" + address();
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
        String folder = text.substring(scheme.length());
        if (folder.isBlank()) {
          throw new IllegalArgumentException("a folder is missing after sqlite:");
        }
        return new Sqlite(Path.of(folder));
      }
      case "postgresql:", "postgres:" -> {
        URI url = url(text);
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

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Its message has the text, which may have a password.
      throw new IllegalArgumentException("a character of the address must be percent-encoded");
    }
  }
}
