package dev.blazon.api.catalog;

import dev.blazon.api.shield.Description.Parameter;
import dev.blazon.badge.Style;
import java.util.Arrays;
import java.util.List;

/** The query parameters that every badge accepts, for the pages and for the API's description. */
public final class GlobalParameterTable {

  public static final List<Parameter> ALL =
      List.of(
          parameter("label", "Another left text; empty: no left part."),
          parameter("color", "Behind the message: a name, a CSS colour, or hex digits."),
          parameter("labelColor", "Behind the label."),
          new Parameter(
              "style", "The look.", Arrays.stream(Style.values()).map(Style::id).toList()),
          parameter("logo", "A simple-icons slug, or a data:image/…;base64, URI."),
          parameter("logoColor", "The colour of a named logo."),
          parameter("logoSize", "Keeps the logo's own proportions.", "auto"),
          parameter("logoWidth", "The logo's width in pixels."),
          parameter("link", "Where a click leads, when embedded as an object; up to two."),
          parameter("scale", "How many times its natural size the picture is.", "1", "2", "3"),
          parameter("cacheSeconds", "How long the answer may be kept."),
          parameter("index", "The name of one of the operator's further package indexes."),
          parameter("prereleases", "Lets the newest pre-release be shown."),
          parameter("download", "Answers with a file to be saved."));

  private GlobalParameterTable() {}

  private static Parameter parameter(String name, String meaning, String... values) {
    return new Parameter(name, meaning, List.of(values));
  }
}
