package dev.blazon.api.lookup.store;

import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.badge.Logo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Encodes an endpoint document as bytes. */
public final class EndpointCodec implements FactCodec<EndpointDocument> {

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public void write(EndpointDocument document, DataOutput out) throws IOException {
    FactText.write(document.label(), out);
    FactText.write(document.message(), out);
    FactText.write(document.color(), out);
    FactText.write(document.labelColor(), out);
    out.writeBoolean(document.isError());
    FactText.write(document.namedLogo(), out);
    FactText.write(document.logoSvg(), out);
    FactText.write(document.logoColor(), out);
    out.writeInt(document.logoWidth().orElse(0));
    FactText.write(document.logoSize(), out);
    FactText.write(document.style(), out);
    out.writeLong(document.cacheSeconds().orElse(0));
  }

  @Override
  public EndpointDocument read(DataInput in) throws IOException {
    return new EndpointDocument(
        FactText.read(in),
        FactText.read(in),
        FactText.readOptional(in),
        FactText.readOptional(in),
        in.readBoolean(),
        FactText.readOptional(in),
        FactText.readOptional(in),
        FactText.readOptional(in),
        width(in.readInt()),
        FactText.readOptional(in),
        FactText.readOptional(in),
        seconds(FactText.readAmount(in)));
  }

  private static OptionalInt width(int width) throws IOException {
    if (width < 0 || width > Logo.MAX_WIDTH) {
      throw new IOException("a width of " + width);
    }
    return width == 0 ? OptionalInt.empty() : OptionalInt.of(width);
  }

  private static OptionalLong seconds(long seconds) {
    return seconds == 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
  }
}
