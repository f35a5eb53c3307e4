package dev.blazon.count;

/** The downloads of a project in a window. */
public record Total(long downloads, Basis basis) {}
