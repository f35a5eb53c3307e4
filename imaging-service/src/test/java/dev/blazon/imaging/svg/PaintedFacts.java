package dev.blazon.imaging.svg;

import dev.blazon.badge.BadgeColor;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What an SVG shows, independent of how it is written: position, size and appearance of each
 * visible element, including inherited properties, in pixels; references are replaced by their
 * targets. Invisible elements, ids, and the order of attributes are ignored.
 */
public final class PaintedFacts {

  private static final List<String> INHERITED =
      List.of(
          "fill",
          "stroke",
          "clip-path",
          "shape-rendering",
          "text-anchor",
          "font-family",
          "font-size",
          "font-weight",
          "text-rendering");

  private final Element root;
  private final List<String> facts = new ArrayList<>();

  private PaintedFacts(Element root) {
    this.root = root;
  }

  /** The facts in alphabetical order; throws if the text is not well-formed. */
  static List<String> of(String svg) {
    PaintedFacts painted = new PaintedFacts(parse(svg));
    painted.header();
    painted.walk(painted.root);
    return painted.facts.stream().sorted().toList();
  }

  /** The root element; throws if the text is not well-formed. */
  public static Element parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e.getMessage() + " in " + svg, e);
    }
  }

  private void header() {
    facts.add("svg " + root.getAttribute("width") + " x " + root.getAttribute("height"));
    facts.add("role " + root.getAttribute("role"));
    // A style may use capitals, but screen readers should not have to spell them.
    facts.add("name " + root.getAttribute("aria-label").toUpperCase(Locale.ROOT));
  }

  private void walk(Element parent) {
    for (Element element : children(parent)) {
      switch (element.getTagName()) {
        case "rect" -> rectangle(element);
        case "text" -> text(element);
        case "image" -> facts.add("image " + geometry(element) + element.getAttribute("href"));
        case "path" -> facts.add("path " + words(element.getAttribute("d")) + looks(element));
        case "title" -> title(element);
        case "g", "a" -> walk(element);
        case "filter", "linearGradient", "clipPath", "style" -> {}
        default -> throw new AssertionError("unexpected " + element.getTagName());
      }
    }
  }

  private void title(Element element) {
    if (!element.getTextContent().isEmpty()) {
      facts.add("title " + element.getTextContent().toUpperCase(Locale.ROOT));
    }
  }

  private void rectangle(Element element) {
    boolean invisible =
        element.getAttribute("fill-opacity").equals("0")
            || element.getAttribute("fill").equals("rgba(0,0,0,0)")
            || element.getAttribute("width").equals("0");
    if (!invisible) {
      facts.add("rect " + geometry(element) + number(element, "rx") + looks(element));
    }
  }

  private void text(Element element) {
    if (element.getTextContent().isEmpty()) {
      return;
    }
    facts.add(
        "text "
            + element.getTextContent()
            + " "
            + geometry(element)
            + number(element, "textLength")
            + "opacity:"
            + element.getAttribute("fill-opacity")
            + " filter:"
            + resolved(element.getAttribute("filter"))
            + " link:"
            + link(element)
            + looks(element));
  }

  private static String link(Element element) {
    return ancestors(element)
        .filter(ancestor -> ancestor.getTagName().equals("a"))
        .map(ancestor -> ancestor.getAttribute("href"))
        .findFirst()
        .orElse("");
  }

  private String looks(Element element) {
    return INHERITED.stream()
        .map(name -> name + ":" + look(name, inherited(element, name), scale(element)))
        .collect(Collectors.joining(" ", " ", ""));
  }

  private String look(String name, String value, double scale) {
    return switch (name) {
      case "font-size" ->
          value.isEmpty() ? "" : pixels(scale * Double.parseDouble(value.replace("px", "")));
      case "font-weight" -> value.equals("700") ? "bold" : value;
      default ->
          BadgeColor.parse(value)
              .map(color -> Integer.toHexString(color.argb()))
              .orElseGet(() -> resolved(value));
    };
  }

  /** The target of a {@code url(#…)}, or the value itself. */
  private String resolved(String value) {
    if (!value.startsWith("url(#")) {
      return value;
    }
    String id = value.substring(5, value.length() - 1);
    return descendants(root)
        .filter(element -> element.getAttribute("id").equals(id))
        .map(this::definition)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  private String definition(Element element) {
    return descendants(element)
        .map(
            part ->
                Stream.of(
                        "x2",
                        "y2",
                        "offset",
                        "stop-color",
                        "stop-opacity",
                        "stdDeviation",
                        "width",
                        "height",
                        "rx")
                    .map(part::getAttribute)
                    .map(value -> value.equals("#000") ? "" : value)
                    .collect(Collectors.joining(",", part.getTagName() + "(", ")")))
        .collect(Collectors.joining());
  }

  private static String geometry(Element element) {
    return Stream.of("x", "y", "width", "height")
        .map(name -> number(element, name))
        .collect(Collectors.joining());
  }

  private static String number(Element element, String name) {
    String value = element.getAttribute(name);
    double pixels = value.isEmpty() ? 0 : Double.parseDouble(value) * scale(element);
    return name + ":" + pixels(pixels) + " ";
  }

  private static String pixels(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static double scale(Element element) {
    return ancestors(element).anyMatch(e -> e.getAttribute("transform").equals("scale(.1)"))
        ? 0.1
        : 1;
  }

  private static String inherited(Element element, String name) {
    return ancestors(element)
        .map(ancestor -> ancestor.getAttribute(name))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String words(String path) {
    return path.replaceAll("\\s*([a-zA-Z])\\s*", " $1 ").strip();
  }

  private static Stream<Element> ancestors(Element element) {
    return Stream.iterate((Node) element, Element.class::isInstance, Node::getParentNode)
        .map(Element.class::cast);
  }

  private static Stream<Element> descendants(Element element) {
    return Stream.concat(
        Stream.of(element), children(element).stream().flatMap(PaintedFacts::descendants));
  }

  private static List<Element> children(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
