package dev.blazon.imaging.logo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes the cost of painting a document with all references resolved: a few dozen elements that
 * each use another one twice become billions of painted elements.
 */
final class ReferenceGraph {

  /** The maximum number of painted elements; real logos have some dozens. */
  private static final long MAX_COST = 10_000;

  private static final long UNKNOWN = -1;
  private static final long UNDER_WAY = -2;

  /** Elements that contain only stops, so a reference to them is cheap. */
  private static final Set<String> GRADIENTS = Set.of("linearGradient", "radialGradient");

  private static final class Node {
    final String name;
    final List<Node> children = new ArrayList<>();
    final List<String> references = new ArrayList<>();
    long cost = UNKNOWN;

    Node(String name) {
      this.name = name;
    }
  }

  private final Node document = new Node("");
  private final Map<String, Node> byReference = new HashMap<>();
  private final List<String> ofStyleSheets = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>(List.of(document));

  /**
   * An element begins.
   *
   * @param id null if it has none
   */
  void open(String name, String id) {
    Node node = new Node(name);
    open.element().children.add(node);
    open.push(node);
    if (id != null) {
      byReference.putIfAbsent("#" + id, node);
    }
  }

  /** The current element refers to another by {@code #id}. */
  void add(String reference) {
    open.element().references.add(reference);
  }

  /** A style sheet refers to an element. Which elements use the rule is not determined. */
  void addOfStyleSheet(String reference) {
    ofStyleSheets.add(reference);
  }

  void close() {
    open.pop();
  }

  /** Refuses circular references and too high costs. */
  void check() throws LogoException {
    for (String reference : ofStyleSheets) {
      Node target = byReference.get(reference);
      if (target != null && !GRADIENTS.contains(target.name)) {
        throw new LogoException("a style sheet may refer to gradients only");
      }
    }
    if (cost(document) > MAX_COST) {
      throw new LogoException("the custom logo repeats itself too often");
    }
  }

  /** The cost of a node. The depth of recursion is bounded by the number of elements. */
  private long cost(Node node) throws LogoException {
    if (node.cost == UNDER_WAY) {
      throw new LogoException("the custom logo refers to itself");
    }
    if (node.cost == UNKNOWN) {
      node.cost = UNDER_WAY;
      long cost = 1;
      for (Node child : node.children) {
        cost = Math.min(cost + cost(child), MAX_COST + 1);
      }
      for (String reference : node.references) {
        Node target = byReference.get(reference);
        cost = target == null ? cost : Math.min(cost + cost(target), MAX_COST + 1);
      }
      node.cost = cost;
    }
    return node.cost;
  }
}
