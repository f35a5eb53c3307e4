/**
 * How the API and a stats service talk: questions as URLs, answers as JSON, both written and read
 * here for both sides.
 */
package dev.blazon.count.wire;
