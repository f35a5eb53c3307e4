/**
 * Decides what a badge says: a request goes in, a badge with its outcome comes out. It looks facts
 * up, lets the shield word them, and applies the reader's overrides. It knows no pictures and no
 * HTTP answers.
 */
package dev.blazon.api.resolve;
