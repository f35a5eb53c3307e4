package dev.blazon.stats.source.remote;

/**
 * Thrown by readers of answers for content that nobody should trust. It is unchecked, because a
 * {@link dev.blazon.upstream.JsonPart} may throw no other; {@link RemoteCalls} turns it into the
 * problem of a {@link RemoteAnswer}.
 */
public final class MalformedAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public MalformedAnswerException(String problem) {
    super(problem);
  }
}
