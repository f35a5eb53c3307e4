package dev.blazon.stats.query;

/** The downloads of a project in a window. */
public record Total(long downloads, Basis basis) {}
