/**
 * The page: find a project's shields, build one, bring a README home, and read how all of it works.
 *
 * <p>Every view is HTML made here, useful without a script; the scripts only copy, refresh and
 * report. No template library: {@link dev.blazon.api.page.Html} is a hundred lines, escapes all it
 * writes, and lets the compiler check the views.
 */
package dev.blazon.api.page;
