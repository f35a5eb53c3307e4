package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import java.util.Optional;

/** Paints one badge in one format. Thread-safe. */
interface Painter {

  /**
   * A new picture.
   *
   * @param body the file; the receiver's to keep
   * @param logoProblem why a logo that was asked for is missing; empty: none is missing
   * @param hurried whether it is missing for want of time, so that the next try may find it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and handed on at once.
  record Painted(byte[] body, Optional<String> logoProblem, boolean hurried) {
    Painted(byte[] body, Optional<String> logoProblem) {
      this(body, logoProblem, false);
    }
  }

  /** Whether it takes microseconds, and may so be done on an event loop. */
  boolean isQuick(Badge badge, ImageFormat format);

  Painted paint(Badge badge, ImageFormat format);
}
