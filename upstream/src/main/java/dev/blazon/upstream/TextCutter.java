package dev.blazon.upstream;

/**
 * Passes on the bytes of a JSON document, but cuts long strings. Jackson's parser collects a whole
 * string in memory even if it is skipped; the descriptions of some projects have megabytes, and
 * many documents are read at once.
 */
final class TextCutter {

  /** Receives the bytes that are passed on. */
  interface Sink {
    void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException;
  }

  private static final int UNICODE_DIGITS = 4;

  private final int most;
  private final Sink sink;
  private boolean inText;
  private boolean cutting;

  /** The length of the current string so far, in bytes. */
  private int length;

  /** Bytes still missing from the escape sequence being read; 1 right after the backslash. */
  private int escapeLeft;

  private boolean escapeBegins;

  /**
   * Creates a cutter for one document.
   *
   * @param most how many bytes of a string are passed on; a character or escape sequence is never
   *     split
   */
  TextCutter(int most, Sink sink) {
    this.most = most;
    this.sink = sink;
  }

  void feed(byte[] bytes, int offset, int count) throws InvalidDocumentException {
    int end = offset + count;
    int start = offset;
    for (int i = offset; i < end; i++) {
      byte b = bytes[i];
      if (!inText) {
        if (b == '"') {
          inText = true;
          length = 0;
        }
        continue;
      }
      if (escapeLeft > 0) {
        escape(b);
      } else if (b == '"') {
        inText = false;
        if (cutting) {
          cutting = false;
          start = i;
        }
        continue;
      } else {
        boolean beginsCharacter = (b & 0xc0) != 0x80;
        if (!cutting && length >= most && beginsCharacter) {
          pass(bytes, start, i);
          cutting = true;
        }
        if (b == '\\') {
          escapeLeft = 1;
          escapeBegins = true;
        }
      }
      length++;
    }
    if (!cutting) {
      pass(bytes, start, end);
    }
  }

  private void escape(byte b) {
    escapeLeft = escapeBegins && b == 'u' ? UNICODE_DIGITS : escapeLeft - 1;
    escapeBegins = false;
  }

  private void pass(byte[] bytes, int start, int end) throws InvalidDocumentException {
    if (end > start) {
      sink.feed(bytes, start, end - start);
    }
  }
}
