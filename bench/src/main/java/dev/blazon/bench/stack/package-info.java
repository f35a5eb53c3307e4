/** The whole topology under load, as {@code ./blazon stack} starts it. */
package dev.blazon.bench.stack;
