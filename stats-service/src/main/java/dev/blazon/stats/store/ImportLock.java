package dev.blazon.stats.store;

import dev.blazon.count.Month;

/**
 * The right to import, which one importer of all processes has. It ends with the process, however
 * that ends.
 */
public final class ImportLock implements AutoCloseable {

  private final Store store;
  private final Engine engine;
  private final AutoCloseable lock;

  ImportLock(Store store, Engine engine, AutoCloseable lock) {
    this.store = store;
    this.engine = engine;
    this.lock = lock;
  }

  /** Begins an import; there is at most one at a time. */
  public ImportTransaction begin() {
    return new ImportTransaction(store, engine);
  }

  /**
   * Does the next step of closing the months before one, which then take less room. Each step is a
   * transaction, and takes a fraction of a second in SQLite, a minute or so in PostgreSQL.
   *
   * @return false if nothing is left
   */
  public boolean closeNext(Month before) {
    return store.closeNext(before);
  }

  /** Everything as it is now, and stays while this lock is held. */
  public StoreSnapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (Exception e) {
      throw new StoreException("the lock of importers cannot be given back", e);
    }
  }
}
