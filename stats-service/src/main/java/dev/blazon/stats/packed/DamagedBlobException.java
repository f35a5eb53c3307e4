package dev.blazon.stats.packed;

/**
 * Packed bytes are not what was written: cut, overwritten, or of a form that this release does not
 * know.
 */
public final class DamagedBlobException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DamagedBlobException(String message) {
    super(message);
  }
}
