package dev.blazon.upstream;

/**
 * Reads one document as its bytes arrive, so that it is never in memory as a whole. Used once, by
 * one thread at a time.
 *
 * @param <T> the result of reading
 */
public interface DocumentReader<T> {

  /**
   * Reads the next bytes; the caller may reuse the array afterwards.
   *
   * @throws InvalidDocumentException if the bytes so far cannot begin a valid document
   */
  void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException;

  /**
   * The result, after the last bytes.
   *
   * @throws InvalidDocumentException if the document is incomplete or lacks a required part
   */
  T finish() throws InvalidDocumentException;
}
