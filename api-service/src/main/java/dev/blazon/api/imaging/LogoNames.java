package dev.blazon.api.imaging;

import dev.blazon.imaging.logo.Logos;
import java.util.List;

/** The named logos, which are the same here and in every imaging service of this release. */
public final class LogoNames {

  private LogoNames() {}

  /** Their names, sorted. The first call loads the pack of logos, so it may block. */
  public static List<String> all() {
    return Logos.names();
  }
}
