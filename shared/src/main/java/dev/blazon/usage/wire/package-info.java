/**
 * How the API and a stats service talk about usage reports: URLs, tables, receipts and refusals,
 * written and read here for both sides.
 */
package dev.blazon.usage.wire;
