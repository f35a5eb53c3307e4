package dev.blazon.stats.download;

import java.nio.file.Path;

/** A file is not what it should be. Nothing of it was kept. */
public final class MalformedFileException extends Exception {

  private static final long serialVersionUID = 1;

  MalformedFileException(Path file, long line, String reason) {
    super(file + ":" + line + ": " + reason);
  }
}
