package dev.blazon.api.dialect;

import java.util.Optional;

/** The URLs of one badge service. Implementations are immutable. */
interface Dialect {

  /** Reads a URL; empty if it is not a badge URL of this dialect. Never throws. */
  Optional<BadgeRequest> read(BadgePath path, Parameters query);
}
