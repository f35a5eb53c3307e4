package dev.blazon.stats.store;

import java.sql.SQLException;

/**
 * Goes through all projects in ascending order of their names, and changes what they have in one
 * month. It reads the state before the transaction, and writes into the transaction. A project that
 * is new is added before the merge goes on to a larger name. For one thread.
 *
 * <p>An array that is empty stands for a row that does not exist.
 */
public abstract class MonthMerge implements AutoCloseable {

  static final byte[] NONE = {};

  /** Goes to the next project; false if there is none. */
  public abstract boolean next();

  /** The normalised name in ASCII. */
  public abstract byte[] name();

  public abstract int id();

  public abstract byte[] summary();

  /** The packed days of the month. */
  public abstract byte[] month();

  public abstract byte[] versions();

  /** The packed breakdowns of the month. */
  public abstract byte[] breakdown();

  /** Leaves the present project as it is. Each project is kept or changed, once. */
  public abstract void keep();

  public abstract void change(ProjectChange change);

  /** Adds a project whose name lies before the present one's, and after all added before. */
  public abstract void add(byte[] name, int id, ProjectChange change);

  /** Ends the merge when all projects were gone through. */
  public abstract void finish();

  /**
   * Puts what was written in its place, at the end of the transaction: readers may wait meanwhile.
   */
  abstract void publish() throws SQLException;

  @Override
  public abstract void close();
}
