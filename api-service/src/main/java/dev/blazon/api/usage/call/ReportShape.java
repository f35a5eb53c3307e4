package dev.blazon.api.usage.call;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Brings JSON Lines into the form that is sent, piece by piece. Used by one thread at a time. */
final class ReportShape {

  /** Longer than any report, in bytes. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final int GZIP_BUFFER = 8 * 1024;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final OutputStream out;
  private final Optional<ReportRows> rows;
  private Buffer rest = Buffer.buffer();
  private boolean headWritten;

  private ReportShape(boolean csv, boolean gzip) {
    this.rows = csv ? Optional.of(new ReportRows()) : Optional.empty();
    this.out = gzip ? packed(sent) : sent;
  }

  /** A new one. */
  static ReportShape of(boolean csv, boolean gzip) {
    return new ReportShape(csv, gzip);
  }

  private static OutputStream packed(OutputStream out) {
    try {
      // Flushed after each piece, so that a slow stream arrives as it comes.
      return new GZIPOutputStream(out, GZIP_BUFFER, true);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
  }

  /** The next piece. */
  Buffer of(Buffer part) throws IOException {
    if (rows.isEmpty()) {
      out.write(part.getBytes());
    } else {
      writeRows(part);
    }
    out.flush();
    return taken();
  }

  /** What is left at the end. */
  Buffer end() throws IOException {
    if (rows.isPresent()) {
      head();
      writeRow(rest);
    }
    out.close();
    return taken();
  }

  private void writeRows(Buffer part) throws IOException {
    head();
    rest.appendBuffer(part);
    int from = 0;
    for (int at = rest.length() - part.length(); at < rest.length(); at++) {
      if (rest.getByte(at) == '\n') {
        writeRow(rest.slice(from, at));
        from = at + 1;
      }
    }
    rest = rest.getBuffer(from, rest.length());
    if (rest.length() > LONGEST_LINE) {
      throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
    }
  }

  private void head() throws IOException {
    if (!headWritten) {
      headWritten = true;
      out.write(ReportRows.head().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void writeRow(Buffer line) throws IOException {
    if (line.length() > 0) {
      StringBuilder row = new StringBuilder();
      rows.orElseThrow().append(row, line.getBytes());
      out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private Buffer taken() {
    Buffer taken = Buffer.buffer(sent.toByteArray());
    sent.reset();
    return taken;
  }
}
