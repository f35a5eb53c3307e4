package dev.blazon.upstream;

/** An upstream's answer that is not the kind of document it should be. */
public final class InvalidDocumentException extends Exception {

  public InvalidDocumentException(String problem) {
    super(problem);
  }

  public InvalidDocumentException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
