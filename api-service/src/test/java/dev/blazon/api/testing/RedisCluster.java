package dev.blazon.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A real Redis cluster of three masters, each with a third of the keys. */
public final class RedisCluster implements AutoCloseable {

  private static final int MASTERS = 3;

  /** Milliseconds until the other nodes consider one lost. */
  private static final String NODE_TIMEOUT = "1000";

  private final List<RedisProcess> nodes = new ArrayList<>();

  private RedisCluster() {}

  /** Starts a cluster without replicas. */
  public static RedisCluster start(Path directory) {
    return start(directory, 0);
  }

  /**
   * Starts a cluster and connects its nodes; they need a moment more to agree.
   *
   * @param directory the folder for its files
   * @param replicas the number of replicas of each master
   */
  public static RedisCluster start(Path directory, int replicas) {
    RedisCluster cluster = new RedisCluster();
    for (int i = 0; i < MASTERS * (1 + replicas); i++) {
      cluster.nodes.add(
          RedisProcess.start(
              folder(directory, i),
              "--cluster-enabled",
              "yes",
              "--cluster-node-timeout",
              NODE_TIMEOUT,
              "--cluster-port", // by default 10,000 above the other, where there may be none
              Integer.toString(RedisProcess.freePort())));
    }
    List<String> create = new ArrayList<>(List.of("--cluster", "create"));
    create.addAll(List.of(cluster.addresses(" ").split(" ", -1)));
    create.addAll(List.of("--cluster-replicas", Integer.toString(replicas), "--cluster-yes"));
    cluster.first().cli(create.toArray(String[]::new));
    return cluster;
  }

  /** Its address, for {@code BLAZON_REDIS_URL}. */
  public String url() {
    return "redis+cluster://" + addresses(",");
  }

  public RedisProcess first() {
    return nodes.get(0);
  }

  /** Whether all nodes agree that the cluster serves all keys. */
  public boolean isWell() {
    return agree(nodes);
  }

  public boolean isWellWithoutFirst() {
    return agree(nodes.subList(1, nodes.size()));
  }

  private static boolean agree(List<RedisProcess> nodes) {
    return nodes.stream()
        .allMatch(node -> node.cli("CLUSTER", "INFO").contains("cluster_state:ok"));
  }

  /** The number of keys on all nodes, including replicas. */
  public int keys() {
    return nodes.stream().mapToInt(RedisProcess::keys).sum();
  }

  private String addresses(String separator) {
    return nodes.stream()
        .map(node -> "127.0.0.1:" + node.port())
        .collect(Collectors.joining(separator));
  }

  private static Path folder(Path directory, int number) {
    try {
      return Files.createDirectory(directory.resolve("node" + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    nodes.forEach(RedisProcess::close);
  }
}
