package dev.blazon.api.web;

/** What a person sees who opens the service itself. */
final class FrontPage {

  static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Blazon: badges for Python projects</title>
      <style>body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}</style>
      <h1>Blazon</h1>
      <p>Badges for every project on the Python Package Index, as SVG, PNG and JSON.
      <p><img alt="made with: blazon" src="/badge/made_with-blazon-blue.svg">
      <h2>URLs</h2>
      <ul>
      <li><code>/version/{project}/badge.svg</code>, and in place of <code>version</code>:
      <code>download</code>, <code>wheel</code>, <code>egg</code>, <code>license</code>,
      <code>format</code>, <code>py_versions</code>, <code>implementation</code>,
      <code>status</code>; in place of <code>svg</code>: <code>png</code>, <code>json</code>
      <li><code>/pypi/v/{project}</code>, and all other <code>/pypi/…</code> URLs of shields.io
      <li><code>/badge/{label}-{message}-{color}</code>
      </ul>
      <p>All shields: <a href="/api/shields">/api/shields</a>; as OpenAPI:
      <a href="/api/openapi.json">/api/openapi.json</a>.
      </html>
      """;

  private FrontPage() {}
}
