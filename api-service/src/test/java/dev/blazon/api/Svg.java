package dev.blazon.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads pictures with a strict XML parser. */
public final class Svg {

  private final Element root;

  private Svg(Element root) {
    this.root = root;
  }

  /** Parses a picture, which must be a well-formed SVG. */
  public static Svg parse(byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      Document document = builder.parse(new InputSource(new ByteArrayInputStream(bytes)));
      Element root = document.getDocumentElement();
      if (!root.getLocalName().equals("svg")) {
        throw new AssertionError("not an SVG but <" + root.getLocalName() + ">");
      }
      return new Svg(root);
    } catch (SAXException e) {
      throw new AssertionError("malformed: " + e.getMessage() + "\n" + new String(bytes, UTF_8), e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text that a screen reader speaks: label, colon, message. */
  public String says() {
    return root.getAttribute("aria-label");
  }

  /** All visible texts, each once, in order. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    var nodes = root.getElementsByTagNameNS("*", "text");
    for (int i = 0; i < nodes.getLength(); i++) {
      String text = nodes.item(i).getTextContent();
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }
}
