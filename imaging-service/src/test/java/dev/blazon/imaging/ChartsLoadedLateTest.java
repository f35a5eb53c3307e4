package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that paints badges only does not pay for charts. */
@Timeout(120)
class ChartsLoadedLateTest {

  private static final String ROOM = "dev.blazon.imaging.chart.";

  @Test
  void no_class_of_the_room_is_loaded_before_the_first_chart(@TempDir Path folder)
      throws Exception {
    try (Recording loader = new Recording()) {
      Class<?> work = loader.loadClass(Work.class.getName());
      work.getMethod("badges", String.class).invoke(null, folder.toString());
      assertEquals(List.of(), loader.ofTheRoom());
      assertTrue(loader.loaded.contains("dev.blazon.imaging.RoomOfCharts"));

      work.getMethod("chart", String.class).invoke(null, folder.toString());
      assertFalse(loader.ofTheRoom().isEmpty());
    }
  }

  /** Loads everything itself, and remembers what. */
  private static final class Recording extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    Recording() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .filter(Files::exists)
          .map(Recording::url)
          .toArray(URL[]::new);
    }

    private static URL url(Path place) {
      try {
        return place.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      loaded.add(name);
      return found;
    }

    List<String> ofTheRoom() {
      return loaded.stream().filter(name -> name.startsWith(ROOM)).sorted().toList();
    }
  }

  /** What runs in the other loader. */
  public static final class Work {

    private Work() {}

    public static void badges(String folder) throws Exception {
      Badge badge = Badge.of("wheel", "yes", BadgeColor.GREEN);
      with(
          folder,
          service -> {
            for (ImageFormat format : ImageFormat.values()) {
              service.picture(badge, format, true).await(20, TimeUnit.SECONDS);
            }
          });
    }

    public static void chart(String folder) throws Exception {
      MessageChart chart = new MessageChart(new Caption("title", "", ""), "words");
      ChartLook look = new ChartLook(ChartLook.Theme.LIGHT, 400, 200, 1);
      with(
          folder,
          service -> service.chart(chart, look, ImageFormat.SVG).await(20, TimeUnit.SECONDS));
    }

    /** What to do with a service. */
    private interface Use {
      void with(ImagingService service) throws Exception;
    }

    private static void with(String folder, Use use) throws Exception {
      Vertx vertx = Vertx.vertx();
      ImagingConfig config =
          new ImagingConfig(Path.of(folder), Duration.ofDays(1), 1 << 20, 1 << 20, 1 << 22, 1, 4);
      ImagingService service =
          ImagingService.create(vertx, config, Clock.systemUTC(), new SimpleMeterRegistry());
      try {
        use.with(service);
      } finally {
        service.close().await(20, TimeUnit.SECONDS);
        vertx.close().await(20, TimeUnit.SECONDS);
      }
    }
  }
}
