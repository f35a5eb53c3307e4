package dev.blazon.stats.download;

/**
 * Judges versions as they stand in rows. They are kept as uploaded: historic ones, such as {@code
 * 2004d}, follow no rule but that they are printable ASCII.
 */
final class VersionText {

  /** The longest real one has 40 characters; a longer one counts for its project only. */
  static final int MAX_LENGTH = 128;

  /** Whether no file on PyPI can have such a version. An empty one means that it is not known. */
  static boolean isImpossible(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] <= ' ' || text[i] > '~') {
        return true;
      }
    }
    return false;
  }

  private VersionText() {}
}
