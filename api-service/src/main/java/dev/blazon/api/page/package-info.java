/**
 * The HTML pages: find a project's shields, build a badge, repair a README, and read the
 * documentation.
 *
 * <p>Every page is built here and works without scripts; the scripts only copy, refresh and report.
 * There is no template library: {@link dev.blazon.api.page.Html} is short, escapes everything it
 * writes, and lets the compiler check the pages. Only {@code api.web} may use this package.
 */
package dev.blazon.api.page;
