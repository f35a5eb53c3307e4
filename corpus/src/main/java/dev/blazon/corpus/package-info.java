/**
 * Finds the real documents and URLs of the checkout's folder {@code corpus}, for tests and benches.
 * {@code corpus/README.md} says what each is and where it is from. No service's main code may
 * depend on it.
 */
package dev.blazon.corpus;
