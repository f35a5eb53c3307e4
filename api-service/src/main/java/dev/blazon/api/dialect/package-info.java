/**
 * The URL formats of the badge services that Blazon replaces, such as shields.io and pypip.in.
 *
 * <p>A {@link dev.blazon.api.dialect.Dialects dialect} turns a URL into a {@link
 * dev.blazon.api.dialect.BadgeRequest}: what to look up, which shield shows it, and how. The texts
 * of failures and of endpoint badges are here too, because they differ between the services.
 *
 * <p>Reading a URL is a pure function of the URL and the configured indexes. This package sends no
 * request and renders no picture, so it must not use Vert.x, upstreams, fact stores, imaging,
 * {@code api.resolve} or {@code api.rendered}.
 */
package dev.blazon.api.dialect;
