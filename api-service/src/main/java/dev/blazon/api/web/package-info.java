/**
 * Requests in, answers out, within the deadlines. It composes the steps that the other rooms take.
 * Only the wiring may know it.
 */
package dev.blazon.api.web;
