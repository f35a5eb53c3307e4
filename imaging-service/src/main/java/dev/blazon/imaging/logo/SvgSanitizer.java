package dev.blazon.imaging.logo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Rewrites an untrusted SVG with only the elements and attributes that {@link SvgSafelist} allows,
 * so that exactly the checked content is sent. Elements of other namespaces (which editors leave
 * behind), comments and processing instructions are dropped. A logo with a dangerous element, or
 * with one that is not a shape, is refused.
 */
final class SvgSanitizer extends DefaultHandler {

  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String XLINK_NAMESPACE = "http://www.w3.org/1999/xlink";
  private static final String ROOT_TAG =
      "<svg xmlns=\"" + SVG_NAMESPACE + "\" xmlns:xlink=\"" + XLINK_NAMESPACE + "\"";

  /** The maximum depth of elements; editors nest groups less deep. */
  private static final int MAX_DEPTH = 48;

  private static final int MAX_ELEMENTS = 2_000;

  private final StringBuilder out = new StringBuilder(2048);
  private final ReferenceGraph references = new ReferenceGraph();
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder css = new StringBuilder();
  private int elements;

  /** How deep inside a dropped element the parser is. */
  private int dropped;

  private double proportion = 1;

  /** The sanitised logo, after parsing. */
  ReadyLogo.Shapes logo() throws LogoException {
    references.check();
    return new ReadyLogo.Shapes(out.toString(), proportion);
  }

  @Override
  public void startElement(String namespace, String name, String prefixed, Attributes attributes)
      throws SAXException {
    try {
      start(namespace, name, attributes);
    } catch (LogoException e) {
      throw new SAXException(e);
    }
  }

  private void start(String namespace, String name, Attributes attributes) throws LogoException {
    if (++elements > MAX_ELEMENTS) {
      throw new LogoException("the custom logo has too many elements");
    }
    if (open.size() + dropped >= MAX_DEPTH) {
      throw new LogoException("the custom logo is nested too deep");
    }
    SvgSafelist.checkElement(name);
    boolean svg = namespace.equals(SVG_NAMESPACE);
    if (open.isEmpty() && !(svg && name.equals("svg"))) {
      throw new LogoException("the custom logo is not an SVG document");
    }
    if (dropped > 0 || !svg || SvgSafelist.isWithoutEffect(name)) {
      dropped++;
      return;
    }
    SvgSafelist.checkShape(name);
    references.open(name, attributes.getValue("id"));
    if (open.isEmpty()) {
      out.append(ROOT_TAG);
      measure(attributes);
    } else {
      out.append('<').append(name);
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      copy(name, attributes, i);
    }
    out.append('>');
    open.push(name);
  }

  private void copy(String element, Attributes attributes, int i) throws LogoException {
    String name = attributes.getLocalName(i);
    String namespace = attributes.getURI(i);
    String value = attributes.getValue(i);
    SvgSafelist.checkAttribute(name);
    if (name.equals("href") && (namespace.isEmpty() || namespace.equals(XLINK_NAMESPACE))) {
      // Batik supports only the older spelling, browsers support both.
      write("xlink:href", SvgSafelist.reference(element, value));
      references.add(value.strip());
    } else if (namespace.isEmpty() && SvgSafelist.isKept(name) && !isSize(name)) {
      SvgSafelist.checkValue(name, value);
      CssSanitizer.references(value).forEach(references::add);
      write(name, value);
    }
  }

  /** Whether this is the root's size: the badge sets the size, the viewBox the proportions. */
  private boolean isSize(String name) {
    return open.isEmpty()
        && (name.equals("width") || name.equals("height") || name.equals("viewBox"));
  }

  private void measure(Attributes attributes) throws LogoException {
    Optional<ViewBox> box =
        ViewBox.of(
            attributes.getValue("viewBox"),
            attributes.getValue("width"),
            attributes.getValue("height"));
    if (box.isPresent()) {
      proportion = box.get().proportion();
      write("viewBox", box.get().toString());
    }
  }

  private void write(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (dropped == 0 && "style".equals(open.peek())) {
      css.append(text, start, length);
    }
  }

  @Override
  public void endElement(String namespace, String name, String prefixed) throws SAXException {
    if (dropped > 0) {
      dropped--;
      return;
    }
    if (name.equals("style")) {
      try {
        CssSanitizer.check(css);
      } catch (LogoException e) {
        throw new SAXException(e);
      }
      CssSanitizer.references(css).forEach(references::addOfStyleSheet);
      escape(css);
      css.setLength(0);
    }
    references.close();
    out.append("</").append(open.pop()).append('>');
  }

  private void escape(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
        default -> {
          // XML 1.1 allows control characters that are forbidden in our output, XML 1.0.
          if (c >= ' ') {
            out.append(c);
          }
        }
      }
    }
  }
}
