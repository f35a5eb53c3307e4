/**
 * The life of a service as a process: help, start, warm-up, admin port, metrics, graceful stop. It
 * stands above all other shared rooms; none of them knows it.
 */
package dev.blazon.service.process;
