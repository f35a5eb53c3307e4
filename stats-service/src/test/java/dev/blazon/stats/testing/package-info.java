/**
 * Databases, synthetic counts, and stand-ins for upstreams with real rows, for the tests of the
 * stats service. Nothing of a single test enters here.
 */
package dev.blazon.stats.testing;
