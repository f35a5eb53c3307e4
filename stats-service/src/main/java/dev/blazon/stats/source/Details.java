package dev.blazon.stats.source;

import dev.blazon.count.Dimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about the client of some downloads. A dimension that is not a key was not delivered
 * by the source; one whose value is empty was delivered, but the client did not say. Both differ
 * from a value: a missing CI flag is not {@code false}.
 *
 * @param values category by dimension, as the source wrote it
 */
public record Details(Map<Dimension, String> values) {

  /** The source tells nothing about clients. */
  public static final Details NONE = new Details(Map.of());

  public Details {
    values = Map.copyOf(values);
  }

  public Optional<String> get(Dimension dimension) {
    return Optional.ofNullable(values.get(dimension));
  }

  /** The same details with one more dimension. */
  public Details with(Dimension dimension, String category) {
    Map<Dimension, String> more = new EnumMap<>(Dimension.class);
    more.putAll(values);
    more.put(dimension, category);
    return new Details(more);
  }
}
