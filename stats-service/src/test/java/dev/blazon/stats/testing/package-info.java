/** What tests of the stats service share: stores that are thrown away, and plain rows. */
package dev.blazon.stats.testing;
