package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import dev.blazon.service.http.PathSegment;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a project's page of a simple index in its HTML form (PEP 503, 592, 792). Indexes write
 * careless HTML, so jsoup parses the page, as a whole. Memory allows it: only indexes that the
 * operator listed are used, and few of their pages are long.
 */
final class SimpleHtmlReader implements DocumentReader<SimplePage> {

  /** The longest page of PyPI has a little over 4 MB. */
  private static final int MAX_BYTES = 8 << 20;

  private final ProjectName project;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  SimpleHtmlReader(ProjectName project) {
    this.project = project;
  }

  @Override
  public void feed(byte[] piece, int offset, int length) throws InvalidDocumentException {
    if (bytes.size() + length > MAX_BYTES) {
      throw new InvalidDocumentException("too long a page");
    }
    bytes.write(piece, offset, length);
  }

  @Override
  public SimplePage finish() throws InvalidDocumentException {
    Document document = Jsoup.parse(bytes.toString(StandardCharsets.UTF_8));
    SimplePage page = new SimplePage(project);
    for (Element link : document.select("a[href]")) {
      page.add(
          new SimplePage.Listed(
              filename(link),
              0,
              Optional.empty(),
              Optional.of(link.attr("data-requires-python").strip())
                  .filter(text -> !text.isEmpty()),
              link.hasAttr("data-yanked")
                  ? Optional.of(link.attr("data-yanked").strip())
                  : Optional.empty()));
    }
    page.status(
        Optional.of(document.select("meta[name=pypi:project-status]").attr("content"))
            .filter(text -> !text.isEmpty()));
    return page;
  }

  /**
   * The file's name. By PEP 503 it is the last part of the URL; the link's text is usually the
   * same.
   */
  private static String filename(Element link) {
    String path = link.attr("href");
    for (char end : new char[] {'#', '?'}) {
      int at = path.indexOf(end);
      path = at < 0 ? path : path.substring(0, at);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty()) {
      return link.text().strip();
    }
    return PathSegment.decoded(name);
  }
}
