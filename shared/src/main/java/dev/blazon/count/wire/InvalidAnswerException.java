package dev.blazon.count.wire;

import java.io.IOException;

/** Thrown for bytes that are no answer of a stats service. */
public final class InvalidAnswerException extends IOException {

  public InvalidAnswerException(String problem) {
    super(problem);
  }

  public InvalidAnswerException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
