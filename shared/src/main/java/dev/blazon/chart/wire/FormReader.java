package dev.blazon.chart.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** Reads what {@link FormWriter} has written, each value within its bounds. Not thread-safe. */
final class FormReader {

  private static final int SEVEN_BITS = 0x7F;
  private static final int BITS_A_BYTE = 7;

  private final DataInputStream data;

  FormReader(byte[] bytes) {
    this.data = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /**
   * A number from 0 to {@code most}.
   *
   * @param what it is, for the message of the exception
   */
  long number(String what, long most) throws IOException, InvalidChartException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += BITS_A_BYTE) {
      byte next = data.readByte();
      number |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        if (number > most) {
          break;
        }
        return number;
      }
    }
    throw new InvalidChartException(what + ": more than " + most);
  }

  /** A small number from {@code least} to {@code most}. */
  int size(String what, int least, int most) throws IOException, InvalidChartException {
    int size = (int) number(what, most);
    if (size < least) {
      throw new InvalidChartException(what + ": " + size + " is less than " + least);
    }
    return size;
  }

  /** A text of up to {@code most} characters. */
  String text(String what, int most) throws IOException, InvalidChartException {
    String text = data.readUTF();
    if (text.length() > most) {
      throw new InvalidChartException(what + ": more than " + most + " characters");
    }
    return text;
  }

  /** One of an enum's values. */
  <E extends Enum<E>> E word(String what, E[] values) throws IOException, InvalidChartException {
    String name = data.readUTF();
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new InvalidChartException(what + ": an unknown word");
  }

  /** Everything must have been read. */
  void end() throws IOException, InvalidChartException {
    if (data.read() >= 0) {
      throw new InvalidChartException("bytes after the chart");
    }
  }
}
