package dev.blazon.api.dialect;

import dev.blazon.badge.BadgeColor;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * The URLs at the root of Blazon's own host: pypip.in's forms, shields.io's {@code /pypi/…}, {@code
 * /pepy/dt/…}, {@code /badge/…}, {@code /static/v1} and {@code /endpoint}, badge.fury.io's {@code
 * /py/…}, and pepy.tech's {@code /personalized-badge/…}.
 *
 * <p>{@code /badge/…} is both shields.io's and pepy.tech's. It is read as pepy.tech's if {@code
 * /month} or {@code /week} follows, or if it holds only a project name that is not the text of a
 * static badge: a name without a dash, or with one dash and no colour after it ({@code
 * /badge/scikit-learn}). Everything else is read as shields.io's; {@code /pepy/badge/…} is always
 * pepy.tech's.
 */
final class RootDialect implements Dialect {

  private final Dialect pypipIn;
  private final Dialect shields;
  private final Dialect fury;
  private final Dialect pepy;

  RootDialect(Dialect pypipIn, Dialect shields, Dialect fury, Dialect pepy) {
    this.pypipIn = pypipIn;
    this.shields = shields;
    this.fury = fury;
    this.pepy = pepy;
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    return switch (path.at(0)) {
      case "py" -> fury.read(path, query);
      case "personalized-badge" -> pepy.read(path, query);
      case "badge" -> (isPepys(path) ? pepy : shields).read(path, query);
      default -> shields.read(path, query).or(() -> pypipIn.read(path, query));
    };
  }

  private static boolean isPepys(BadgePath path) {
    String name = path.at(1);
    if (path.size() == 3) {
      return path.at(2).equals("month") || path.at(2).equals("week");
    }
    if (path.size() != 2 || name.equals("endpoint") || ProjectName.parse(name).isEmpty()) {
      return false;
    }
    int dash = name.indexOf('-');
    return dash < 0
        || (name.indexOf('-', dash + 1) < 0
            && BadgeColor.parse(name.substring(dash + 1)).isEmpty());
  }
}
