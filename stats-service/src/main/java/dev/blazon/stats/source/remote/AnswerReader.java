package dev.blazon.stats.source.remote;

import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.ResponseHead;
import java.util.Optional;

/**
 * Reads a whole answer, and keeps the reason when it is unusable. The HTTP client itself would only
 * say that it is.
 */
final class AnswerReader<T> implements DocumentReader<RemoteAnswer<T>> {

  private final ResponseHead head;
  private final Optional<DocumentReader<T>> reader;
  private final Excerpt excerpt = new Excerpt();
  private String problem = "";

  /**
   * @param reader empty: only the excerpt is kept
   */
  AnswerReader(ResponseHead head, Optional<DocumentReader<T>> reader) {
    this.head = head;
    this.reader = reader;
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    excerpt.add(bytes, offset, length);
    if (reader.isEmpty() || !problem.isEmpty()) {
      return;
    }
    try {
      reader.get().feed(bytes, offset, length);
    } catch (InvalidDocumentException | MalformedAnswerException e) {
      problem = e.getMessage();
    }
  }

  @Override
  public RemoteAnswer<T> finish() {
    Optional<T> document = Optional.empty();
    if (reader.isPresent() && problem.isEmpty()) {
      try {
        document = Optional.of(reader.get().finish());
      } catch (InvalidDocumentException | MalformedAnswerException e) {
        problem = e.getMessage();
      }
    }
    return new RemoteAnswer<>(head, document, problem, excerpt.toString());
  }
}
