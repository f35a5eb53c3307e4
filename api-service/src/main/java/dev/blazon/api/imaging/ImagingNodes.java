package dev.blazon.api.imaging;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The imaging services that we know of, and whose turn it is. Thread-safe. */
final class ImagingNodes {

  private final List<ImagingNode> nodes;
  private final AtomicInteger turn = new AtomicInteger();

  ImagingNodes(List<ImagingNode> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /**
   * The healthy node with the fewest requests outstanding; among equals, each in turn.
   *
   * @param avoid a node to take only when no other is healthy
   * @return empty: none is healthy
   */
  Optional<ImagingNode> leastBusy(Optional<ImagingNode> avoid) {
    Optional<ImagingNode> best = Optional.empty();
    int start = Math.floorMod(turn.getAndIncrement(), nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      ImagingNode node = nodes.get((start + i) % nodes.size());
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
