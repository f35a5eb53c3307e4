package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import java.util.Optional;

/** Paints one badge in one format. Thread-safe. */
interface Painter {

  /**
   * A painted picture.
   *
   * @param body the bytes of the file, owned by the receiver
   * @param logoProblem why the requested logo is missing; empty: no logo is missing
   * @param hurried whether the logo is missing only because time ran out, so that the next try may
   *     find it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and passed on at once.
  record Painted(byte[] body, Optional<String> logoProblem, boolean hurried) {
    Painted(byte[] body, Optional<String> logoProblem) {
      this(body, logoProblem, false);
    }
  }

  /** Whether painting takes only microseconds, so that an event loop can do it. */
  boolean isQuick(Badge badge, ImageFormat format);

  Painted paint(Badge badge, ImageFormat format);
}
