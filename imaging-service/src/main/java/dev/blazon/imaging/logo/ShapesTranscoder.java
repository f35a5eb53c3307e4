package dev.blazon.imaging.logo;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import org.apache.batik.bridge.EmbededExternalResourceSecurity;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.util.ParsedURL;

/**
 * Paints an SVG document with Batik, which runs no scripts here and loads only embedded resources.
 * {@link SvgSanitizer} has already ensured both; this is the second line of defence.
 */
final class ShapesTranscoder extends ImageTranscoder {

  private BufferedImage painted;

  private ShapesTranscoder(int width, int height) {
    addTranscodingHint(KEY_WIDTH, (float) width);
    addTranscodingHint(KEY_HEIGHT, (float) height);
    addTranscodingHint(KEY_EXECUTE_ONLOAD, false);
    addTranscodingHint(KEY_ALLOWED_SCRIPT_TYPES, "");
    addTranscodingHint(KEY_ALLOW_EXTERNAL_RESOURCES, false);
  }

  /** Paints a picture of exactly this size on a transparent background. */
  static BufferedImage paint(String svg, int width, int height) throws TranscoderException {
    ShapesTranscoder transcoder = new ShapesTranscoder(width, height);
    transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput());
    return transcoder.painted;
  }

  @Override
  public BufferedImage createImage(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  @Override
  public void writeImage(BufferedImage image, TranscoderOutput output) {
    painted = image;
  }

  @Override
  protected UserAgent createUserAgent() {
    return new Quiet();
  }

  /** Reports nothing, and allows no scripts and no external resources. */
  private final class Quiet extends SVGAbstractTranscoderUserAgent {

    @Override
    public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
      return new NoLoadScriptSecurity(type);
    }

    @Override
    public ExternalResourceSecurity getExternalResourceSecurity(
        ParsedURL resource, ParsedURL document) {
      return new EmbededExternalResourceSecurity(resource);
    }

    @Override
    public void displayMessage(String message) {}

    /** Does nothing: errors in custom logos would fill our log with stack traces. */
    @Override
    public void displayError(Exception mistake) {}

    @Override
    public void displayError(String mistake) {}
  }
}
