package dev.blazon.api.lookup.store;

import dev.blazon.service.InvalidSettingException;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The address of Redis. Its scheme says how Redis is run:
 *
 * <ul>
 *   <li>{@code redis://[user:password@]host:port[/db]}, {@code rediss://…} with TLS: one server
 *   <li>{@code redis+sentinel://[user:password@]host:port,host:port/master}: sentinels, and the
 *       name under which they know the master
 *   <li>{@code redis+cluster://[user:password@]host:port,host:port}: a cluster, given by some of
 *       its nodes
 * </ul>
 *
 * @param servers each as a {@code redis://} address
 * @param master the name under which sentinels know the master; otherwise empty
 */
public record RedisAddress(RedisClientType type, List<String> servers, Optional<String> master) {

  private static final String VARIABLE = "BLAZON_REDIS_URL";
  private static final int CONNECT_TIMEOUT_MILLISECONDS = 1_000;

  /**
   * Requests that may wait on one pipelined connection: enough for a burst; more would only miss
   * their timeout.
   */
  private static final int MAX_WAITING = 4_096;

  /**
   * Reads an address.
   *
   * @throws InvalidSettingException when it is not a Redis address
   */
  public static RedisAddress parse(String text) {
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 3);
    return switch (scheme) {
      case "redis", "rediss" ->
          new RedisAddress(
              RedisClientType.STANDALONE, List.of(checked(text, text)), Optional.empty());
      case "redis+cluster", "rediss+cluster" ->
          new RedisAddress(
              RedisClientType.CLUSTER, servers(plain(scheme), rest, text), Optional.empty());
      case "redis+sentinel", "rediss+sentinel" -> {
        int slash = rest.indexOf('/');
        if (slash < 0 || slash == rest.length() - 1) {
          throw invalid(text, "the name of the master is missing: …/name");
        }
        yield new RedisAddress(
            RedisClientType.SENTINEL,
            servers(plain(scheme), rest.substring(0, slash), text),
            Optional.of(rest.substring(slash + 1)));
      }
      default ->
          throw invalid(
              text, "redis://, rediss://, redis+sentinel:// or redis+cluster:// is needed");
    };
  }

  RedisOptions options() {
    RedisOptions options =
        new RedisOptions().setType(type).setMaxWaitingHandlers(MAX_WAITING).setPoolName("blazon");
    options.getNetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLISECONDS);
    servers.forEach(options::addConnectionString);
    master.ifPresent(options::setMasterName);
    return options;
  }

  private static String plain(String scheme) {
    return scheme.substring(0, scheme.indexOf('+'));
  }

  private static List<String> servers(String scheme, String rest, String whole) {
    int at = rest.lastIndexOf('@');
    String credentials = rest.substring(0, at + 1);
    List<String> servers = new ArrayList<>();
    for (String server : rest.substring(at + 1).split(",", -1)) {
      servers.add(checked(scheme + "://" + credentials + server.strip(), whole));
    }
    return servers;
  }

  private static String checked(String server, String whole) {
    try {
      if (new URI(server).getHost() != null) {
        return server;
      }
    } catch (URISyntaxException e) {
      // Reported below, like an address without a host.
    }
    throw invalid(whole, "a host is missing");
  }

  /** Hides the credentials: the message must not carry a password into logs. */
  private static InvalidSettingException invalid(String text, String problem) {
    int at = text.lastIndexOf('@');
    return new InvalidSettingException(VARIABLE, at < 0 ? text : "…" + text.substring(at), problem);
  }
}
