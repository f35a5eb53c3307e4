/**
 * Facts about projects from PyPI and other package indexes.
 *
 * <p>Here are the clients of PyPI's JSON API and of the simple API (PEP 503, PEP 691), the
 * streaming readers of their documents, the facts themselves ({@link dev.blazon.api.pypi.Project}),
 * and versions and their order (PEP 440).
 *
 * <p>This package may use {@code upstream} and {@code shared}. It must not use dialects, shields,
 * imaging, {@code api.resolve} or {@code api.rendered}.
 */
package dev.blazon.api.pypi;
