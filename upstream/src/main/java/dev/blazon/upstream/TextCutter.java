package dev.blazon.upstream;

/**
 * Lets the bytes of a JSON document through, but of each text only the beginning. Jackson's parser
 * collects a text before anyone can say that it is not wanted; the descriptions of some projects
 * have megabytes, and many documents are read at once.
 */
final class TextCutter {

  /** Takes what is let through. */
  interface Sink {
    void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException;
  }

  private static final int UNICODE_DIGITS = 4;

  private final int most;
  private final Sink sink;
  private boolean inText;
  private boolean cutting;

  /** Bytes of the text so far. */
  private int length;

  /** Of an escape sequence that has begun: 1 after its backslash. */
  private int escapeLeft;

  private boolean escapeBegins;

  /**
   * A cutter of one document.
   *
   * @param most how many bytes of a text are let through; a character or escape that begins there
   *     is let through whole
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
