/**
 * The machine-readable description of this service: the catalogue of shields, the OpenAPI document
 * and example URLs.
 *
 * <p>The descriptions are built from the shields and the dialects, so that they cannot differ from
 * the code. Descriptions for people belong in {@code api.page}.
 *
 * <p>This package uses {@code api.shield}, {@code api.dialect} and Vert.x's JSON types. It does no
 * I/O and must not use {@code api.web} or {@code api.page}.
 */
package dev.blazon.api.catalog;
