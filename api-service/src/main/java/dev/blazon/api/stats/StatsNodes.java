package dev.blazon.api.stats;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stats services of the settings. Thread-safe. */
final class StatsNodes {

  private final List<StatsNode> nodes;

  StatsNodes(List<URI> services) {
    this.nodes = services.stream().map(StatsNode::new).toList();
  }

  /** The healthy node with the fewest outstanding questions, without the one to avoid. */
  Optional<StatsNode> leastBusy(Optional<StatsNode> avoid) {
    return nodes.stream()
        .filter(StatsNode::isHealthy)
        .filter(node -> avoid.filter(node::equals).isEmpty())
        .min(Comparator.comparingInt(StatsNode::outstanding));
  }

  List<StatsNode> all() {
    return nodes;
  }

  List<StatsNode> unhealthy() {
    return nodes.stream().filter(node -> !node.isHealthy()).toList();
  }
}
