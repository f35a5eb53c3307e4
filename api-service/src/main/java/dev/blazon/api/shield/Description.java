package dev.blazon.api.shield;

/**
 * A shield's entry in the catalogue.
 *
 * @param id its name in URLs, for example {@code py_versions}
 * @param title a few words, for people
 * @param meaning one sentence: what it shows
 * @param label the usual label, also of a badge that tells of a failure
 * @param generic whether its picture depends on no project, so that it can be kept and reused
 */
public record Description(String id, String title, String meaning, String label, boolean generic) {}
