package dev.blazon.api.shield;

import java.util.ArrayList;
import java.util.List;

/**
 * A shield's entry in the catalogue.
 *
 * @param id the name in URLs, for example {@code py_versions}
 * @param title a heading of a few words
 * @param meaning one sentence that says what the shield shows
 * @param label the usual label, also used if the look-up fails
 * @param generic whether many projects share its pictures, so that caching them on disk pays
 * @param parameters the query parameters that it accepts besides those of every badge
 */
public record Description(
    String id,
    String title,
    String meaning,
    String label,
    boolean generic,
    List<Parameter> parameters) {

  /**
   * A query parameter.
   *
   * @param values all values that have a meaning; empty: any text is accepted
   */
  public record Parameter(String name, String meaning, List<String> values) {

    public Parameter {
      values = List.copyOf(values);
    }
  }

  public Description {
    parameters = List.copyOf(parameters);
  }

  /** The description of a shield whose pictures differ from project to project. */
  static Description of(String id, String title, String meaning, String label) {
    return new Description(id, title, meaning, label, false, List.of());
  }

  /** A copy for a shield whose pictures are shared by many projects. */
  Description asGeneric() {
    return new Description(id, title, meaning, label, true, parameters);
  }

  /** A copy with one more parameter. */
  Description with(String name, String parameterMeaning, String... values) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(new Parameter(name, parameterMeaning, List.of(values)));
    return new Description(id, title, meaning, label, generic, all);
  }
}
