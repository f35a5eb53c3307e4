package dev.blazon.service.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Configures logback: with defaults when the first logger is created, and with the operator's
 * settings once they are read. It uses no XML, because parsing that would take a tenth of the time
 * to the first badge. If a logback file is given ({@code -Dlogback.configurationFile}), only that
 * is used.
 *
 * <p>There are three logs: the usual one; {@link #CANNOT_HAPPEN} for internal errors, each of which
 * an operator should look at; and, if configured, the access log with one line for every request.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** The name of the logger for internal errors. */
  public static final String CANNOT_HAPPEN = "dev.blazon.cannot-happen";

  public static final String ACCESS = "dev.blazon.access";

  private static final String OWN_FILE = "logback.configurationFile";

  /** The frames of a stack trace, which begins with the root cause: the rest is always the same. */
  private static final int FRAMES = 8;

  private static final String TEXT =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %replace(%msg %kvp{NONE}){' $', ''}%n"
          + "%rEx{"
          + FRAMES
          + "}";

  private static final String ACCESS_TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %kvp{NONE}%n";

  private static final long LARGEST_FILE = 50L << 20;
  private static final long LARGEST_LOG = 500L << 20;
  private static final int DAYS = 7;

  /** For {@link java.util.ServiceLoader}. */
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(OWN_FILE) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    configure(context, LogConfig.USUAL);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Applies the operator's settings from now on. */
  public static void configure(LogConfig config) {
    if (System.getProperty(OWN_FILE) == null) {
      LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
      context.reset();
      configure(context, config);
    }
  }

  /** Writes the lines that are still queued, within a second, and closes all logs. */
  public static void close() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.stop();
    }
  }

  private static void configure(LoggerContext context, LogConfig config) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.convertAnSLF4JLevel(config.level()));
    root.addAppender(console(context, ConsoleTarget.SystemOut, encoder(context, config, TEXT)));
    context.getLogger("io.netty").setLevel(Level.WARN);

    Logger errors = context.getLogger(CANNOT_HAPPEN);
    errors.setAdditive(false);
    errors.addAppender(ErrorCount.appender(context));
    errors.addAppender(
        config
            .errors()
            .map(path -> to(context, path, encoder(context, config, TEXT)))
            .orElseGet(
                () -> console(context, ConsoleTarget.SystemErr, encoder(context, config, TEXT))));

    Logger access = context.getLogger(ACCESS);
    access.setAdditive(false);
    access.setLevel(config.access().isPresent() ? Level.INFO : Level.OFF);
    config
        .access()
        .map(path -> to(context, path, accessEncoder(context, config)))
        .ifPresent(file -> access.addAppender(BoundedAppender.before(context, file)));
  }

  private static Appender<ILoggingEvent> to(
      LoggerContext context, Path path, Encoder<ILoggingEvent> encoder) {
    return path.equals(LogConfig.STANDARD_OUTPUT)
        ? console(context, ConsoleTarget.SystemOut, encoder)
        : file(context, path, encoder);
  }

  private static Appender<ILoggingEvent> console(
      LoggerContext context, ConsoleTarget target, Encoder<ILoggingEvent> encoder) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget(target.getName());
    console.setEncoder(encoder);
    console.start();
    return console;
  }

  /** A file that is replaced daily or when it is large; old ones are compressed, later deleted. */
  private static Appender<ILoggingEvent> file(
      LoggerContext context, Path path, Encoder<ILoggingEvent> encoder) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setFile(path.toString());
    file.setEncoder(encoder);
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(path + ".%d{yyyy-MM-dd}.%i.gz");
    rolling.setMaxFileSize(new FileSize(LARGEST_FILE));
    rolling.setTotalSizeCap(new FileSize(LARGEST_LOG));
    rolling.setMaxHistory(DAYS);
    rolling.start();
    file.setRollingPolicy(rolling);
    file.start();
    return file;
  }

  private static Encoder<ILoggingEvent> accessEncoder(LoggerContext context, LogConfig config) {
    if (config.format() == LogConfig.Format.TEXT) {
      return text(context, ACCESS_TEXT);
    }
    return json(context, false); // It would be the appender's own thread.
  }

  private static Encoder<ILoggingEvent> encoder(
      LoggerContext context, LogConfig config, String pattern) {
    return config.format() == LogConfig.Format.JSON ? json(context, true) : text(context, pattern);
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context, boolean withThread) {
    JsonLines encoder = new JsonLines(withThread, FRAMES);
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
