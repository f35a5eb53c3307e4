package dev.blazon.imaging.png;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

final class PngEncoder {
  byte[] encode(Canvas c) {
    try {
      byte[] raw = new byte[c.height() * (1 + 4 * c.width())];
      int p = 0;
      for (int y = 0; y < c.height(); y++) {
        p++;
        for (int x = 0; x < c.width(); x++) {
          int v = c.pixels()[y * c.width() + x];
          raw[p++] = (byte) (v >> 16);
          raw[p++] = (byte) (v >> 8);
          raw[p++] = (byte) v;
          raw[p++] = (byte) (v >>> 24);
        }
      }
      Deflater d = new Deflater(6);
      d.setInput(raw);
      d.finish();
      byte[] z = new byte[raw.length + 100];
      int n = d.deflate(z);
      d.end();
      ByteArrayOutputStream o = new ByteArrayOutputStream();
      DataOutputStream s = new DataOutputStream(o);
      s.writeLong(0x89504e470d0a1a0aL);
      java.nio.ByteBuffer h = java.nio.ByteBuffer.allocate(13);
      h.putInt(c.width()).putInt(c.height()).put((byte) 8).put((byte) 6);
      chunk(s, 0x49484452, h.array(), 13);
      chunk(s, 0x49444154, z, n);
      chunk(s, 0x49454e44, z, 0);
      return o.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void chunk(DataOutputStream s, int type, byte[] data, int n) throws IOException {
    s.writeInt(n);
    byte[] t = java.nio.ByteBuffer.allocate(4).putInt(type).array();
    CRC32 crc = new CRC32();
    crc.update(t);
    crc.update(data, 0, n);
    s.write(t);
    s.write(data, 0, n);
    s.writeInt((int) crc.getValue());
  }
}
