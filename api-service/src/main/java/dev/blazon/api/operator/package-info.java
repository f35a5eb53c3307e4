/**
 * The operator's login: the password's hash, the limit on guesses, and the check that stands before
 * each page for the operator alone. What such a page shows belongs to the room that makes it. This
 * package knows no page and no source of facts.
 */
package dev.blazon.api.operator;
