/**
 * Logging: the configuration of logback, the log of internal errors, and the access log's appender.
 * What is logged, and where, is decided here; which events are logged is decided elsewhere. This
 * package may know {@code service} only.
 */
package dev.blazon.service.log;
