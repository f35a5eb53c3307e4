package dev.blazon.upstream;

/** Thrown for an upstream's response that is not the expected kind of document. */
public final class InvalidDocumentException extends Exception {

  public InvalidDocumentException(String problem) {
    super(problem);
  }

  public InvalidDocumentException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
