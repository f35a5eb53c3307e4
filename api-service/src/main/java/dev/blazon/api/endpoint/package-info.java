/**
 * Endpoint-badge documents: JSON in shields.io's schema, from hosts that the operator listed.
 *
 * <p>Here are the client, the reader of the documents, and the checks that keep the service from
 * being used as an open proxy: only https, only listed hosts, only public IP addresses.
 *
 * <p>This package may use {@code upstream} and {@code shared}. It must not use dialects, shields,
 * imaging, {@code api.resolve} or {@code api.rendered}; {@code api.dialect} turns a document into
 * the content of a badge.
 */
package dev.blazon.api.endpoint;
