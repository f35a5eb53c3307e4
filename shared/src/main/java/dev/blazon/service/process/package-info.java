/**
 * A service as a process: command line, start, admin port, metrics, and the graceful stop. It runs
 * anything that implements {@link dev.blazon.service.process.Service}, in production and in tests.
 * It may know all of {@code service}, but nothing of badges; of the services, only their main
 * classes and servers know it.
 */
package dev.blazon.service.process;
