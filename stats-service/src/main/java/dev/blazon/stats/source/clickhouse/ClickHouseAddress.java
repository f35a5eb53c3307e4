package dev.blazon.stats.source.clickhouse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a ClickHouse server is, and as whom we ask it.
 *
 * @param base scheme, host and port
 * @param database the database with the tables
 */
public record ClickHouseAddress(URI base, String user, String password, String database) {

  /** The user of ClickHouse's public service, which has no password. */
  private static final String PUBLIC_USER = "demo";

  private static final String PUBLIC_DATABASE = "pypi";

  /**
   * Reads {@code https://user:password@host:port/database}. User and password default to those of
   * the public service, the database to {@code pypi}.
   *
   * @throws IllegalArgumentException if it is no such address; the message does not contain it,
   *     since it may have a password
   */
  public static ClickHouseAddress parse(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
      throw new IllegalArgumentException("not an http or https address");
    }
    String[] login = Optional.ofNullable(uri.getUserInfo()).orElse(PUBLIC_USER).split(":", 2);
    String path = Optional.ofNullable(uri.getPath()).orElse("").replaceAll("^/+|/+$", "");
    try {
      return new ClickHouseAddress(
          new URI(scheme, null, uri.getHost(), uri.getPort(), "/", null, null),
          login[0],
          login.length > 1 ? login[1] : "",
          path.isEmpty() ? PUBLIC_DATABASE : path);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an http or https address", e);
    }
  }

  /** Without the password, for logs. */
  @Override
  public String toString() {
    return base + database + " as " + user;
  }
}
