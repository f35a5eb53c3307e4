/**
 * The name of a Python project, validated and normalised by PEP 508 and PEP 503. What several
 * services must know about projects belongs here; facts from an index do not. This package knows no
 * other package of Blazon.
 */
package dev.blazon.project;
