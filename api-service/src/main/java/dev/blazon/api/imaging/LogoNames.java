package dev.blazon.api.imaging;

import dev.blazon.imaging.logo.Logos;
import java.util.List;

/** Which named logos there are: the same here and in every imaging service of this release. */
public final class LogoNames {

  private LogoNames() {}

  /** Their names, sorted. Loads the pack of logos when first asked. */
  public static List<String> all() {
    return Logos.names();
  }
}
