package dev.blazon.upstream;

/**
 * Reads one document as its bytes arrive, so that none needs to be held whole. Used once, by one
 * thread at a time.
 *
 * @param <T> what the document is translated into
 */
public interface DocumentReader<T> {

  /**
   * Reads the next bytes; they are not kept.
   *
   * @throws InvalidDocumentException when this cannot become such a document any more
   */
  void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException;

  /**
   * What the whole document says.
   *
   * @throws InvalidDocumentException when the document is cut short or lacks what makes it one
   */
  T finish() throws InvalidDocumentException;
}
