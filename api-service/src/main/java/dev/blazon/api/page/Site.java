package dev.blazon.api.page;

/**
 * The URLs that all pages need.
 *
 * @param base the base URL of this service: scheme and authority, without a slash at the end
 * @param assets the path of the folder of scripts and style sheets, with a slash at the end
 */
record Site(String base, String assets) {}
