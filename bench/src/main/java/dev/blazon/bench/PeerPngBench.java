package dev.blazon.bench;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures the JVM's SVG engines with Blazon's flat SVG at scale 1: parse, paint and encode. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PeerPngBench {

  private List<byte[]> pictures;
  private int next;

  @Setup
  public void prepare() {
    pictures = OurSvg.of(Samples.badges());
  }

  @Benchmark
  public byte[] batik() throws TranscoderException {
    ByteArrayOutputStream png = new ByteArrayOutputStream(4096);
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.transcode(
        new TranscoderInput(new ByteArrayInputStream(svg())), new TranscoderOutput(png));
    return png.toByteArray();
  }

  @Benchmark
  public byte[] jsvg() throws IOException {
    SVGDocument document =
        new SVGLoader().load(new ByteArrayInputStream(svg()), null, LoaderContext.createDefault());
    if (document == null) {
      throw new IOException("JSVG cannot read our SVG");
    }
    FloatSize size = document.size();
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(size.width), (int) Math.ceil(size.height), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render(null, graphics);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream(4096);
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private byte[] svg() {
    next = next + 1 == Samples.COUNT ? 0 : next + 1;
    return pictures.get(next);
  }
}
