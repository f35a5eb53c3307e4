package dev.blazon.api.remote;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The nodes of an inner service that the settings name. Thread-safe. */
public final class RemoteNodes {

  private final List<RemoteNode<URI>> nodes;

  public RemoteNodes(List<URI> services) {
    this.nodes = services.stream().map(RemoteNode::new).toList();
  }

  /** The healthy node with the fewest outstanding requests, without the one to avoid. */
  public Optional<RemoteNode<URI>> leastBusy(Optional<RemoteNode<URI>> avoid) {
    return nodes.stream()
        .filter(RemoteNode::isHealthy)
        .filter(node -> avoid.filter(node::equals).isEmpty())
        .min(Comparator.comparingInt(RemoteNode::outstanding));
  }

  public List<RemoteNode<URI>> all() {
    return nodes;
  }

  public List<RemoteNode<URI>> unhealthy() {
    return nodes.stream().filter(node -> !node.isHealthy()).toList();
  }
}
