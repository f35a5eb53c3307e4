/**
 * Sets logging up, keeps the log of internal errors, and counts what was logged or dropped. It
 * knows no HTTP.
 */
package dev.blazon.service.log;
