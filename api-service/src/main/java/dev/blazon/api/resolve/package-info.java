/**
 * Resolving: the step from a parsed request to a badge with its final words. The request target,
 * the resolved badge, its outcome and the badges for errors belong here. It asks {@code lookup} for
 * facts, and knows no HTTP client, no pictures and no rendered answers.
 */
package dev.blazon.api.resolve;
