package dev.blazon.stats.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a database to the form that this release knows: numbered files of SQL, each run once, all
 * of them in one transaction.
 */
public final class Migrations {

  /** In the order of their numbers; a file is never changed after a release. */
  private static final List<String> FILES =
      List.of("001-downloads.sql", "002-rankings.sql", "003-asked.sql", "004-closed.sql");

  /** The form that this release writes. */
  static final int NEWEST = FILES.size();

  private static final int EMPTY = 0;

  private static final Migrations DOWNLOADS = new Migrations(Migrations.class, "store_form", FILES);

  private final Class<?> beside;
  private final String table;
  private final List<String> files;

  /**
   * The migrations of one database.
   *
   * @param beside its files are resources beside this class, in a folder for each engine
   * @param table remembers the form of the database
   * @param files in the order of their numbers
   */
  public Migrations(Class<?> beside, String table, List<String> files) {
    this.beside = beside;
    this.table = table;
    this.files = List.copyOf(files);
  }

  /** Runs the migrations of counts up to a form. */
  static void run(Connections engine, int upTo) throws SQLException {
    DOWNLOADS.bring(engine, upTo);
  }

  /**
   * Runs the migrations that a database lacks.
   *
   * @throws StoreException if the database is of a newer release
   */
  public void run(Connections engine) throws SQLException {
    bring(engine, files.size());
  }

  private void bring(Connections engine, int upTo) throws SQLException {
    if (engine.read(this::form) == upTo) {
      return;
    }
    Session writer = engine.beginWriting();
    boolean done = false;
    try {
      migrate(engine, writer, upTo);
      done = true;
    } finally {
      writer.end(done);
    }
  }

  private void migrate(Connections engine, Session writer, int upTo) throws SQLException {
    try (Statement statement = writer.connection().createStatement()) {
      statement.executeUpdate("CREATE TABLE IF NOT EXISTS " + table + " (form INTEGER NOT NULL)");
      int form = form(writer);
      if (form > upTo) {
        throw new StoreException(
            "the database has form "
                + form
                + ", written by a newer release; this release knows forms up to "
                + upTo);
      }
      for (int next = form; next < upTo; next++) {
        for (String sql : text(engine.migrations(), files.get(next)).split(";\\s*\n", -1)) {
          if (!sql.isBlank()) {
            statement.executeUpdate(sql);
          }
        }
      }
      statement.executeUpdate("DELETE FROM " + table);
      statement.executeUpdate("INSERT INTO " + table + " (form) VALUES (" + upTo + ")");
    }
  }

  /** The form of a database; 0 if it is empty. */
  private int form(Session session) throws SQLException {
    try (ResultSet tables = session.connection().getMetaData().getTables(null, null, table, null)) {
      if (!tables.next()) {
        return EMPTY;
      }
    }
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT form FROM " + table)) {
      return rows.next() ? rows.getInt(1) : EMPTY;
    }
  }

  private String text(String folder, String file) {
    try (InputStream input = beside.getResourceAsStream(folder + "/" + file)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("the migration " + file + " cannot be read", e);
    }
  }
}
