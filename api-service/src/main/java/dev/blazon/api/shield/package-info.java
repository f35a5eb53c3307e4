/**
 * The shields, which are the kinds of badges: each turns facts into a label, a message and a
 * colour.
 *
 * <p>The catalogue of all shields is here, and what their texts need: number formats, licence
 * families, classifiers, and each service's {@link dev.blazon.api.shield.Wording wording}.
 *
 * <p>A shield is a pure function. This package may use only the JDK's language, utility, time, text
 * and math packages, badges, project names and download counts from {@code shared}, and the facts
 * of {@code api.pypi}.
 */
package dev.blazon.api.shield;
