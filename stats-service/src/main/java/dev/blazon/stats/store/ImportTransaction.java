package dev.blazon.stats.store;

import dev.blazon.count.Dimension;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one import changes: readers see all of it after {@link #commit}, or nothing. For
 * one thread.
 */
public final class ImportTransaction implements AutoCloseable {

  private static final String READ_PROGRESS = "SELECT next_project FROM progress";
  private static final String PUT_PROGRESS =
      "UPDATE progress SET next_project = ?, generation = generation + 1";
  private static final String READ_VERSIONS_FROM = "SELECT versions_from FROM progress";
  private static final String PUT_VERSIONS_FROM = "UPDATE progress SET versions_from = ?";
  private static final String READ_FIRST_MONTH = "SELECT min(key) FROM project_month";
  private static final String HAS_BREAKDOWNS =
      "SELECT 1 FROM project_breakdown WHERE key >= ? AND key < ? LIMIT 1";
  private static final String REMOVE_RANKING = "DELETE FROM ranking WHERE list = ? AND measure = ?";
  private static final String ADD_RANKED =
      "INSERT INTO ranking (list, measure, place, project, downloads, before)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String REMOVE_DISTRIBUTION =
      "DELETE FROM distribution WHERE span = ? AND measure = ?";
  private static final String ADD_DISTRIBUTION =
      "INSERT INTO distribution (span, measure, counts) VALUES (?, ?, ?)";

  private final Store store;
  private final Engine engine;
  private final Session writer;
  private final Ledger ledger;
  private final Names names;
  private final MonthForms forms;
  private final List<MonthMerge> merges = new ArrayList<>();
  private int nextProject;
  private boolean ended;

  ImportTransaction(Store store, Engine engine) {
    this.store = store;
    this.engine = engine;
    try {
      writer = engine.beginWriting();
    } catch (SQLException e) {
      throw new StoreException("an import cannot begin", e);
    }
    boolean begun = false;
    try {
      ledger = LedgerTable.read(writer);
      names = Names.read(writer);
      forms = MonthForms.read(writer);
      try (ResultSet rows = writer.statement(READ_PROGRESS).executeQuery()) {
        rows.next();
        nextProject = rows.getInt(1);
      }
      begun = true;
    } catch (SQLException e) {
      throw new StoreException("an import cannot begin", e);
    } finally {
      if (!begun) {
        end(false);
      }
    }
  }

  /** The ledger before this import. */
  public Ledger ledger() {
    return ledger;
  }

  /** Goes through all projects, to change what they have in a month. */
  public MonthMerge merge(Month month, boolean breakdowns) {
    return attempt(
        "a month cannot be merged",
        () -> {
          MonthMerge merge = engine.merge(writer, month, breakdowns, forms);
          merges.add(merge);
          return merge;
        });
  }

  /** The first month in which versions may be kept; empty if no project has any month. */
  public Optional<Month> versionsFrom() {
    return attempt(
        "the first month cannot be read",
        () -> {
          long first = number(READ_FIRST_MONTH);
          long kept = number(READ_VERSIONS_FROM);
          return first == 0
              ? Optional.empty()
              : Optional.of(new Month(Math.max(Keys.month(first).number(), (int) kept)));
        });
  }

  private long number(String sql) throws SQLException {
    try (ResultSet rows = writer.statement(sql).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Notes that months before this one have no versions any more. */
  public void putVersionsFrom(Month month) {
    attempt(
        "the first month cannot be written",
        () -> {
          PreparedStatement put = writer.statement(PUT_VERSIONS_FROM);
          put.setInt(1, month.number());
          put.executeUpdate();
          return true;
        });
  }

  /** Whether any project has breakdowns in a month. */
  public boolean hasBreakdowns(Month month) {
    return attempt(
        "breakdowns cannot be read",
        () -> {
          PreparedStatement read = writer.statement(HAS_BREAKDOWNS);
          read.setLong(1, Keys.first(month));
          read.setLong(2, Keys.first(month.next()));
          try (ResultSet rows = read.executeQuery()) {
            return rows.next();
          }
        });
  }

  /** Puts what merges wrote in its place. Readers wait from now on, so this is done last. */
  private void publish() {
    attempt(
        "a month cannot be put in its place",
        () -> {
          for (MonthMerge merge : merges) {
            merge.publish();
          }
          merges.clear();
          return true;
        });
  }

  /** A number for a new project. */
  public int newProject() {
    return nextProject++;
  }

  /** The number of a category, which is added if it is new. */
  public int category(Dimension dimension, String name) {
    return attempt(
        "a category cannot be added", () -> names.categoryNumber(writer, dimension, name));
  }

  /** The number of a source of single projects' days, which is added if it is new. */
  public int source(CountSource source) {
    return attempt("a source cannot be added", () -> names.sourceNumber(writer, source));
  }

  /** A project as this transaction sees it. */
  public Optional<StoredProject> project(String name) {
    return attempt("a project cannot be read", () -> ProjectReader.project(writer, name));
  }

  /** The packed days of a project's months as this transaction sees them. */
  public List<StoredMonth> months(int project, List<Month> months) {
    return attempt("months cannot be read", () -> ProjectReader.months(writer, project, months));
  }

  /** The packed breakdowns of a project's months as this transaction sees them. */
  public List<StoredMonth> breakdowns(int project, List<Month> months) {
    return attempt(
        "breakdowns cannot be read", () -> ProjectReader.breakdowns(writer, project, months));
  }

  /** The packed versions of a project; empty if it has none. */
  public byte[] versions(int project) {
    return attempt("versions cannot be read", () -> ProjectReader.versions(writer, project));
  }

  /** Writes one project, without a merge. */
  public void write(String name, int project, Month month, ProjectChange change) {
    attempt(
        "a project cannot be written",
        () -> {
          engine.prepareMonth(writer, month);
          ProjectWriter.write(writer, name, project, month, change, forms);
          return true;
        });
  }

  /** Replaces the entry of a day. */
  public void put(LedgerEntry entry) {
    attempt(
        "the ledger cannot be written",
        () -> {
          LedgerTable.put(writer, entry);
          return true;
        });
  }

  /** Replaces a ranking. */
  public void ranking(RankingList list, Measure measure, List<RankedProject> projects) {
    attempt(
        "a ranking cannot be written",
        () -> {
          PreparedStatement remove = writer.statement(REMOVE_RANKING);
          remove.setString(1, list.word());
          remove.setString(2, measure.word());
          remove.executeUpdate();
          PreparedStatement add = writer.statement(ADD_RANKED);
          for (RankedProject project : projects) {
            add.setString(1, list.word());
            add.setString(2, measure.word());
            add.setInt(3, project.place());
            add.setString(4, project.project());
            add.setLong(5, project.downloads());
            add.setLong(6, project.before());
            add.addBatch();
          }
          add.executeBatch();
          return true;
        });
  }

  /** Replaces the packed distribution of a window. */
  public void distribution(Window window, Measure measure, byte[] counts) {
    attempt(
        "a distribution cannot be written",
        () -> {
          PreparedStatement remove = writer.statement(REMOVE_DISTRIBUTION);
          remove.setString(1, window.name());
          remove.setString(2, measure.word());
          remove.executeUpdate();
          PreparedStatement add = writer.statement(ADD_DISTRIBUTION);
          add.setString(1, window.name());
          add.setString(2, measure.word());
          add.setBytes(3, counts);
          add.executeUpdate();
          return true;
        });
  }

  /** Makes everything visible, and safe from a crash of this process. */
  public void commit() {
    attempt(
        "an import cannot be committed",
        () -> {
          PreparedStatement put = writer.statement(PUT_PROGRESS);
          put.setInt(1, nextProject);
          put.executeUpdate();
          return true;
        });
    publish();
    end(true);
    store.imported();
  }

  /** Undoes everything, unless it was committed. */
  @Override
  public void close() {
    if (!ended) {
      end(false);
    }
  }

  private void end(boolean commit) {
    ended = true;
    try {
      writer.end(commit);
    } catch (SQLException e) {
      throw new StoreException("an import cannot be " + (commit ? "committed" : "undone"), e);
    }
  }

  /** A step that may fail with an error of the database. */
  private interface Step<T> {
    T run() throws SQLException;
  }

  private static <T> T attempt(String failure, Step<T> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw new StoreException(failure, e);
    }
  }
}
