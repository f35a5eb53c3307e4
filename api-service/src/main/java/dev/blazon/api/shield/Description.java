package dev.blazon.api.shield;

import java.util.ArrayList;
import java.util.List;

/**
 * A shield's entry in the catalogue.
 *
 * @param id its name in URLs, for example {@code py_versions}
 * @param title a few words, for people
 * @param meaning one sentence: what it shows
 * @param label the usual label, also of a badge that tells of a failure
 * @param generic whether its picture depends on no project, so that it can be kept and reused
 * @param parameters what its URLs understand beside the parameters of every badge
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
   * @param values all values that mean something; empty: any text, or none
   */
  public record Parameter(String name, String meaning, List<String> values) {

    public Parameter {
      values = List.copyOf(values);
    }
  }

  public Description {
    parameters = List.copyOf(parameters);
  }

  /** A shield whose picture is a project's own. */
  static Description of(String id, String title, String meaning, String label) {
    return new Description(id, title, meaning, label, false, List.of());
  }

  /** The same, with a picture that many projects share. */
  Description asGeneric() {
    return new Description(id, title, meaning, label, true, parameters);
  }

  /** The same, with one more parameter. */
  Description with(String name, String parameterMeaning, String... values) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(new Parameter(name, parameterMeaning, List.of(values)));
    return new Description(id, title, meaning, label, generic, all);
  }
}
