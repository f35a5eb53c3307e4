/**
 * The way to the reports of Python programs, in process or remote: the only package that knows
 * which. It answers with the values of {@code dev.blazon.usage}; nothing of databases enters, and
 * nothing of the HTTP that clients see.
 */
package dev.blazon.api.usage;
