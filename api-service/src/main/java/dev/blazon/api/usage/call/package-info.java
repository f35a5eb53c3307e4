/**
 * The calls about usage: reports of Python programs in; counts, pictures and the reports out.
 * Parameters, who may read, and the forms of answers belong here; counting does not, and nothing
 * tells a badge that any of it exists.
 */
package dev.blazon.api.usage.call;
