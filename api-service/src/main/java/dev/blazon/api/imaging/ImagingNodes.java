package dev.blazon.api.imaging;

import dev.blazon.api.remote.RemoteNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The current imaging services, and the choice between them. Thread-safe. */
final class ImagingNodes {

  private volatile List<RemoteNode<NodeAddress>> nodes = List.of();
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * Replaces the nodes. A node known before keeps its state; requests under way at a removed node
   * go on, but no new ones are sent there.
   *
   * @return whether anything changed
   */
  synchronized boolean update(List<NodeAddress> addresses) {
    List<RemoteNode<NodeAddress>> before = nodes;
    nodes = addresses.stream().map(address -> known(before, address)).toList();
    return !nodes.equals(before);
  }

  private static RemoteNode<NodeAddress> known(
      List<RemoteNode<NodeAddress>> nodes, NodeAddress address) {
    return nodes.stream()
        .filter(node -> node.address().equals(address))
        .findFirst()
        .orElseGet(() -> new RemoteNode<>(address));
  }

  /**
   * The healthy node with the fewest outstanding requests; nodes with equally many take turns.
   *
   * @param avoid a node to choose only if no other is healthy
   * @return the node; empty if none is healthy
   */
  Optional<RemoteNode<NodeAddress>> leastBusy(Optional<RemoteNode<NodeAddress>> avoid) {
    List<RemoteNode<NodeAddress>> now = nodes;
    Optional<RemoteNode<NodeAddress>> best = Optional.empty();
    int start = turn.getAndIncrement();
    for (int i = 0; i < now.size(); i++) {
      RemoteNode<NodeAddress> node = now.get(Math.floorMod(start + i, now.size()));
      if (node.isHealthy() && best.map(b -> isBetter(node, b, avoid)).orElse(true)) {
        best = Optional.of(node);
      }
    }
    return best;
  }

  private static boolean isBetter(
      RemoteNode<NodeAddress> node,
      RemoteNode<NodeAddress> than,
      Optional<RemoteNode<NodeAddress>> avoid) {
    boolean avoidNode = avoid.filter(node::equals).isPresent();
    boolean avoidThan = avoid.filter(than::equals).isPresent();
    return avoidNode == avoidThan ? node.outstanding() < than.outstanding() : avoidThan;
  }

  List<RemoteNode<NodeAddress>> all() {
    return nodes;
  }

  List<RemoteNode<NodeAddress>> unhealthy() {
    return nodes.stream().filter(node -> !node.isHealthy()).toList();
  }
}
