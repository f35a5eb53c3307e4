package dev.blazon.imaging.logo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads an untrusted SVG file. The parser refuses DTDs and entities, so a file can neither expand
 * nor fetch anything (OWASP's XXE prevention cheat sheet), and {@link SvgSanitizer} passes on only
 * safe content.
 */
final class SafeSvg {

  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";

  private SafeSvg() {}

  static ReadyLogo.Shapes read(byte[] file) throws LogoException {
    SvgSanitizer sanitizer = new SvgSanitizer();
    try {
      parser().parse(new InputSource(new ByteArrayInputStream(file)), sanitizer);
    } catch (SAXException e) {
      if (e.getException() instanceof LogoException refused) {
        throw refused;
      }
      throw new LogoException(
          e.getMessage() != null && e.getMessage().contains("DOCTYPE")
              ? "the custom logo has a DOCTYPE"
              : "the custom logo is not well-formed XML",
          e);
    } catch (IOException e) {
      throw new LogoException("the custom logo is not in a known encoding", e);
    }
    return sanitizer.logo();
  }

  private static SAXParser parser() throws SAXException {
    try {
      // The JDK's own parser, even if another is on the class path.
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(XERCES + "disallow-doctype-decl", true);
      factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
      factory.setFeature(SAX + "external-general-entities", false);
      factory.setFeature(SAX + "external-parameter-entities", false);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java's XML parser cannot be locked down", e);
    }
  }
}
