package dev.blazon.api.imaging;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The imaging services that there are just now, and whose turn it is. Thread-safe. */
final class ImagingNodes {

  private volatile List<ImagingNode> nodes = List.of();
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * Takes these for the nodes that there are. Those known before keep their state; what is under
   * way at one that is gone goes on, but nothing new is sent there.
   *
   * @return whether anything changed
   */
  synchronized boolean become(List<NodeAddress> addresses) {
    List<ImagingNode> before = nodes;
    nodes = addresses.stream().map(address -> known(before, address)).toList();
    return !nodes.equals(before);
  }

  private static ImagingNode known(List<ImagingNode> nodes, NodeAddress address) {
    return nodes.stream()
        .filter(node -> node.address().equals(address))
        .findFirst()
        .orElseGet(() -> new ImagingNode(address));
  }

  /**
   * The healthy node with the fewest requests outstanding; among equals, each in turn.
   *
   * @param avoid a node to take only when no other is healthy
   * @return empty: none is healthy
   */
  Optional<ImagingNode> leastBusy(Optional<ImagingNode> avoid) {
    List<ImagingNode> now = nodes;
    Optional<ImagingNode> best = Optional.empty();
    int start = turn.getAndIncrement();
    for (int i = 0; i < now.size(); i++) {
      ImagingNode node = now.get(Math.floorMod(start + i, now.size()));
      if (node.isHealthy() && best.map(b -> isBetter(node, b, avoid)).orElse(true)) {
        best = Optional.of(node);
      }
    }
    return best;
  }

  private static boolean isBetter(ImagingNode node, ImagingNode than, Optional<ImagingNode> avoid) {
    boolean avoidNode = avoid.filter(node::equals).isPresent();
    boolean avoidThan = avoid.filter(than::equals).isPresent();
    return avoidNode == avoidThan ? node.outstanding() < than.outstanding() : avoidThan;
  }

  List<ImagingNode> all() {
    return nodes;
  }

  List<ImagingNode> unhealthy() {
    return nodes.stream().filter(node -> !node.isHealthy()).toList();
  }
}
