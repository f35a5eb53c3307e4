package dev.blazon.stats.download;

/**
 * Is told how far an import is, often, on the thread that imports. What it throws ends the import;
 * then nothing of the present month is kept.
 */
public interface ImportProgress {

  /** Nobody wants to know. */
  ImportProgress UNWATCHED =
      new ImportProgress() {
        @Override
        public void bytesRead(long more) {}

        @Override
        public void rowsRead(long more) {}

        @Override
        public void projectsMerged(long more) {}
      };

  /** So many more bytes of files were read, packed if they are packed. */
  void bytesRead(long more);

  /** So many more rows came from a source. */
  void rowsRead(long more);

  /** So many more projects were gone through: all of them for each month. */
  void projectsMerged(long more);
}
