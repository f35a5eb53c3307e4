package dev.blazon.stats.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The lists of cases in {@code corpus/statistics/linehaul-*}. Versions stay texts; {@code 3.10} is
 * no number.
 */
final class LinehaulYaml {

  /** Knows null and booleans; everything else is a text. */
  private static final class Texts extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
    }
  }

  static List<Map<String, Object>> list(Path file) {
    try {
      // A case that fails in the pipeline names an exception of Python: here the text "fails".
      String text = Files.readString(file).replaceAll("!!python/name:\\S+ ''", "fails");
      LoaderOptions options = new LoaderOptions();
      Yaml yaml =
          new Yaml(
              new SafeConstructor(options),
              new Representer(new DumperOptions()),
              new DumperOptions(),
              options,
              new Texts());
      List<?> cases = yaml.load(text);
      return cases.stream().map(LinehaulYaml::map).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new TreeMap<>();
    ((Map<?, ?>) value).forEach((key, next) -> map.put(key.toString(), next));
    return map;
  }

  private LinehaulYaml() {}
}
