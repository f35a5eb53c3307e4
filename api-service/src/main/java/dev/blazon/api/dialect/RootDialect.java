package dev.blazon.api.dialect;

import java.util.Optional;

/**
 * The URLs at the root of a host that is no other service's: pypip.in's forms, shields.io's {@code
 * /pypi/…}, {@code /pepy/dt/…}, {@code /badge/…}, {@code /static/v1} and {@code /endpoint}.
 */
final class RootDialect implements Dialect {

  private final Dialect pypipIn;
  private final Dialect shields;

  RootDialect(Dialect pypipIn, Dialect shields) {
    this.pypipIn = pypipIn;
    this.shields = shields;
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    return shields.read(path, query).or(() -> pypipIn.read(path, query));
  }
}
