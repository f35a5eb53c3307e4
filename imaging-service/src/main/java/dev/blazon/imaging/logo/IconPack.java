package dev.blazon.imaging.logo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * All icons in one compact file: names and colours first, then each path, deflated separately, so
 * that one icon can be read without inflating 5 MB. The file stays in memory as it is, about 2 MB.
 *
 * <p>Icons are found by their {@link IconName} keys; slugs take precedence over titles, titles over
 * aliases. Immutable.
 */
final class IconPack {

  private final byte[] file;
  private final Map<String, Entry> index;

  private record Entry(
      String slug, String title, List<String> aliases, int rgb, int offset, int length) {}

  private IconPack(byte[] file, List<Entry> entries) {
    this.file = file;
    this.index = new HashMap<>(3 * entries.size());
    entries.forEach(entry -> index.putIfAbsent(IconName.key(entry.slug()), entry));
    entries.forEach(entry -> addKeys(entry.title(), entry));
    entries.forEach(entry -> entry.aliases().forEach(alias -> addKeys(alias, entry)));
  }

  private void addKeys(String name, Entry entry) {
    index.putIfAbsent(IconName.key(name), entry);
    index.putIfAbsent(IconName.keyWithoutDots(name), entry);
  }

  /** The icon with this slug, title, or alias, in any usual spelling. */
  Optional<Icon> find(String name) {
    Entry entry = index.get(IconName.key(name));
    if (entry == null) {
      entry = index.get(IconName.keyWithoutDots(name));
    }
    return Optional.ofNullable(entry).map(this::unpack);
  }

  /** The slugs of all icons, sorted. */
  List<String> slugs() {
    return index.values().stream().map(Entry::slug).distinct().sorted().toList();
  }

  private Icon unpack(Entry entry) {
    try (InputStream path =
        new InflaterInputStream(new ByteArrayInputStream(file, entry.offset(), entry.length()))) {
      String data = new String(path.readAllBytes(), StandardCharsets.US_ASCII);
      return new Icon(entry.slug(), entry.title(), entry.aliases(), entry.rgb(), data);
    } catch (IOException e) {
      throw new UncheckedIOException("a broken icon pack", e);
    }
  }

  /** Writes a pack. */
  static void write(List<Icon> icons, OutputStream out) throws IOException {
    ByteArrayOutputStream paths = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(icons.size());
    for (Icon icon : icons) {
      data.writeUTF(icon.slug());
      data.writeUTF(icon.title());
      data.writeByte(icon.aliases().size());
      for (String alias : icon.aliases()) {
        data.writeUTF(alias);
      }
      data.writeInt(icon.rgb());
      data.writeInt(deflate(icon.path(), paths));
    }
    paths.writeTo(data);
    data.flush();
  }

  /** Returns how many bytes were added. */
  private static int deflate(String path, ByteArrayOutputStream paths) throws IOException {
    int before = paths.size();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (OutputStream out = new DeflaterOutputStream(paths, best)) {
      out.write(path.getBytes(StandardCharsets.US_ASCII));
    } finally {
      best.end();
    }
    return paths.size() - before;
  }

  /** Reads a pack. */
  static IconPack read(InputStream in) throws IOException {
    byte[] file = in.readAllBytes();
    ByteArrayInputStream bytes = new ByteArrayInputStream(file);
    DataInputStream data = new DataInputStream(bytes);
    int count = data.readInt();
    List<Entry> entries = new ArrayList<>(count);
    int offset = 0;
    for (int i = 0; i < count; i++) {
      Entry entry = readEntry(data, offset);
      entries.add(entry);
      offset += entry.length();
    }
    int pathsFrom = file.length - bytes.available();
    return new IconPack(file, entries.stream().map(entry -> moved(entry, pathsFrom)).toList());
  }

  private static Entry readEntry(DataInputStream data, int offset) throws IOException {
    String slug = data.readUTF();
    String title = data.readUTF();
    List<String> aliases = new ArrayList<>();
    for (int left = data.readUnsignedByte(); left > 0; left--) {
      aliases.add(data.readUTF());
    }
    return new Entry(slug, title, List.copyOf(aliases), data.readInt(), offset, data.readInt());
  }

  private static Entry moved(Entry entry, int by) {
    return new Entry(
        entry.slug(),
        entry.title(),
        entry.aliases(),
        entry.rgb(),
        entry.offset() + by,
        entry.length());
  }
}
