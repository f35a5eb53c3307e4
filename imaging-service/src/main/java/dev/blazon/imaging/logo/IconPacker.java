package dev.blazon.imaging.logo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the icon pack from the simple-icons webjar. It runs in the build, not in the service.
 *
 * <p>Arguments: the webjar's version, and the file to write. The webjar is on the class path.
 */
public final class IconPacker {

  private static final String WEBJAR = "/META-INF/resources/webjars/simple-icons/";

  /** The form of every icon: one path in a square of 24. */
  private static final Pattern SVG =
      Pattern.compile(
          "<svg role=\"img\" viewBox=\"0 0 24 24\" xmlns=\"http://www.w3.org/2000/svg\">"
              + "<title>[^<]*</title><path d=\"([ -~&&[^\"<&]]+)\"/></svg>\\s*");

  private final String folder;

  private IconPacker(String version) {
    this.folder = WEBJAR + version + "/";
  }

  /** Writes the pack. */
  public static void main(String[] arguments) throws IOException {
    IconPacker packer = new IconPacker(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      IconPack.write(packer.icons(), out);
    }
  }

  private List<Icon> icons() throws IOException {
    List<Icon> icons = new ArrayList<>();
    try (InputStream in = open("data/simple-icons.json");
        JsonParser json = new JsonFactory().createParser(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        icons.add(icon(json));
      }
    }
    return icons;
  }

  private Icon icon(JsonParser json) throws IOException {
    String slug = "";
    String title = "";
    String hex = "";
    List<String> aliases = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "slug" -> slug = json.getText();
        case "title" -> title = json.getText();
        case "hex" -> hex = json.getText();
        case "aliases" -> readAliases(json, aliases);
        default -> json.skipChildren();
      }
    }
    return new Icon(slug, title, aliases, Integer.parseInt(hex, 16), path(slug));
  }

  /**
   * Collects the names among the aliases: strings in lists ({@code aka}, {@code old}), titles of
   * objects ({@code dup}), values by language ({@code loc}).
   */
  private static void readAliases(JsonParser json, List<String> aliases) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String kind = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        int depth = 1;
        while (depth > 0) {
          JsonToken token = json.nextToken();
          depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
          String name = json.currentName();
          if (token == JsonToken.VALUE_STRING && (!kind.equals("dup") || "title".equals(name))) {
            aliases.add(json.getText());
          }
        }
      }
    }
  }

  private String path(String slug) throws IOException {
    try (InputStream in = open("icons/" + slug + ".svg")) {
      String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = SVG.matcher(svg);
      if (!matcher.matches()) {
        throw new IOException("the icon " + slug + " is not one path in a square of 24");
      }
      return matcher.group(1);
    }
  }

  private InputStream open(String name) throws IOException {
    InputStream in = IconPacker.class.getResourceAsStream(folder + name);
    if (in == null) {
      throw new IOException(folder + name + " is not on the class path");
    }
    return in;
  }
}
