package dev.blazon.stats.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table, in the binary form of PostgreSQL's COPY. A connection copies into
 * one table at a time, so each table collects some megabytes and sends them in a COPY of its own.
 */
final class CopyTable {

  private static final int CHUNK_BYTES = 4 << 20;
  private static final byte[] HEADER = header();
  private static final byte[] END = {-1, -1};

  private final Connection connection;
  private final String sql;
  private final Chunk chunk = new Chunk();

  /** Bytes whose array can be sent without a copy. */
  private static final class Chunk extends ByteArrayOutputStream {
    Chunk() {
      super(CHUNK_BYTES + CHUNK_BYTES / 4);
    }

    byte[] array() {
      return buf;
    }
  }

  CopyTable(Connection connection, String table, String columns) {
    this.connection = connection;
    this.sql = "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)";
  }

  private static byte[] header() {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes("PGCOPY\n".getBytes(StandardCharsets.US_ASCII));
    header.write(0xff);
    header.writeBytes("\r\n\0".getBytes(StandardCharsets.US_ASCII));
    header.writeBytes(new byte[8]);
    return header.toByteArray();
  }

  void beginRow(int columns) {
    if (chunk.size() == 0) {
      chunk.writeBytes(HEADER);
    }
    chunk.write(columns >>> 8);
    chunk.write(columns);
  }

  void bytes(byte[] value) {
    putInt(value.length);
    chunk.write(value, 0, value.length);
  }

  void number(int value) {
    putInt(Integer.BYTES);
    putInt(value);
  }

  void bigNumber(long value) {
    putInt(Long.BYTES);
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  private void putInt(int value) {
    chunk.write(value >>> 24);
    chunk.write(value >>> 16);
    chunk.write(value >>> 8);
    chunk.write(value);
  }

  void endRow() throws SQLException {
    if (chunk.size() >= CHUNK_BYTES) {
      flush();
    }
  }

  /** Sends what was collected. */
  void flush() throws SQLException {
    if (chunk.size() == 0) {
      return;
    }
    chunk.writeBytes(END);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(chunk.array(), 0, chunk.size());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    chunk.reset();
  }
}
