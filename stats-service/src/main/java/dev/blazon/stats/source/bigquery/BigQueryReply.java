package dev.blazon.stats.source.bigquery;

import dev.blazon.stats.source.SourceException;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import io.vertx.core.json.JsonObject;

/** An answer of BigQuery: a page, or an error. */
sealed interface BigQueryReply {

  /** The page; throws if it is an error. */
  ResultPage page(String name, int status) throws SourceException;

  /** A page of a result. */
  record Page(ResultPage result) implements BigQueryReply {
    @Override
    public ResultPage page(String name, int status) {
      return result;
    }
  }

  /** An error, as BigQuery describes it. */
  record Refusal(JsonObject error) implements BigQueryReply {
    @Override
    public ResultPage page(String name, int status) throws SourceException {
      throw BigQueryErrors.of(name, status, error);
    }
  }

  /** Reads an answer: a page if the status is 200, else an error. */
  static DocumentReader<BigQueryReply> reader(int status) {
    return status == 200 ? new Reading(new PageReader()) : new ErrorReading(new SmallJsonReader());
  }

  /** Reads a page. */
  record Reading(PageReader pages) implements DocumentReader<BigQueryReply> {
    @Override
    public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
      pages.feed(bytes, offset, length);
    }

    @Override
    public BigQueryReply finish() throws InvalidDocumentException {
      return new Page(pages.finish());
    }
  }

  /** Reads an error. */
  record ErrorReading(SmallJsonReader objects) implements DocumentReader<BigQueryReply> {
    @Override
    public void feed(byte[] bytes, int offset, int length) {
      objects.feed(bytes, offset, length);
    }

    @Override
    public BigQueryReply finish() {
      return new Refusal(
          objects.finish().getValue("error") instanceof JsonObject error
              ? error
              : new JsonObject());
    }
  }
}
