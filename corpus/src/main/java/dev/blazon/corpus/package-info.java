/**
 * Access to the real documents and URLs in the folder {@code corpus}, for tests and benchmarks.
 * Only finding and reading files belongs here; the data stays outside the jar. This package knows
 * no other package of Blazon, and no service uses it in production.
 */
package dev.blazon.corpus;
