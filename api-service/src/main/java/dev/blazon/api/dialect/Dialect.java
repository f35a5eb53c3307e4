package dev.blazon.api.dialect;

import java.util.Optional;

/** The URLs of one badge service. Implementations are immutable. */
interface Dialect {

  /** What the URL asks for, or empty when it is no badge's in this dialect. Never throws. */
  Optional<BadgeRequest> read(BadgePath path, Parameters query);
}
