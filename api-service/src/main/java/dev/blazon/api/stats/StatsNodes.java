package dev.blazon.api.stats;

import dev.blazon.api.remote.RemoteNode;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stats services of the settings. Thread-safe. */
final class StatsNodes {

  private final List<RemoteNode<URI>> nodes;

  StatsNodes(List<URI> services) {
    this.nodes = services.stream().map(RemoteNode::new).toList();
  }

  /** The healthy node with the fewest outstanding questions, without the one to avoid. */
  Optional<RemoteNode<URI>> leastBusy(Optional<RemoteNode<URI>> avoid) {
    return nodes.stream()
        .filter(RemoteNode::isHealthy)
        .filter(node -> avoid.filter(node::equals).isEmpty())
        .min(Comparator.comparingInt(RemoteNode::outstanding));
  }

  List<RemoteNode<URI>> all() {
    return nodes;
  }

  List<RemoteNode<URI>> unhealthy() {
    return nodes.stream().filter(node -> !node.isHealthy()).toList();
  }
}
