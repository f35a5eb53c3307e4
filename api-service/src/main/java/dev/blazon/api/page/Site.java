package dev.blazon.api.page;

/**
 * Where a view is being read.
 *
 * @param base the address that people reach us under, scheme and authority without a slash
 * @param assets address of the folder of scripts and style sheets, from the root, with a slash
 */
record Site(String base, String assets) {}
