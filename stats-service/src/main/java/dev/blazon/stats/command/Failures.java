package dev.blazon.stats.command;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.stats.download.MalformedFileException;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one line and an exit code. */
final class Failures implements IExecutionExceptionHandler {

  private final Interruption interruption;

  Failures(Interruption interruption) {
    this.interruption = interruption;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (interruption.isWished() || failure instanceof InterruptedException) {
      // Whatever else went wrong is a consequence.
      command
          .getErr()
          .println("blazon stats: interrupted; what was reported as done is kept, nothing else");
      return ExitCode.INTERRUPTED;
    }
    int code = code(failure);
    command.getErr().println("blazon stats: " + message(failure));
    return code;
  }

  private static int code(Exception failure) throws Exception {
    if (failure instanceof BusyException) {
      return ExitCode.BUSY;
    }
    if (failure instanceof MalformedFileException
        || failure instanceof InvalidSettingException
        || failure instanceof BadInputException
        || failure instanceof NoSuchFileException
        || failure instanceof AccessDeniedException) {
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof SourceException
        || failure instanceof StoreException
        || failure instanceof DamagedBlobException
        || failure instanceof ProblemException) {
      return ExitCode.PROBLEM;
    }
    throw failure; // A mistake of ours: picocli prints it with its stack.
  }

  private static String message(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getMessage() + ": there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return failure.getMessage() + ": access is denied";
    }
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return failure.getMessage();
  }
}
