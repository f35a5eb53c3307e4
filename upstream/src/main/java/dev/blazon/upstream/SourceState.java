package dev.blazon.upstream;

import java.util.Locale;
import java.util.stream.Stream;

/** How a source of facts is; {@link #number} is the value of {@link UpstreamMetrics#STATE}. */
public enum SourceState {
  /** Nothing was asked of it since the start of this process. */
  NOT_ASKED(0),
  /** Its last answers were good. */
  OK(1),
  /** Its last requests failed. */
  FAILING(2),
  /** It refuses our token or key. */
  REFUSED(3),
  /** The operator has not set what it needs. */
  NOT_CONFIGURED(4);

  private final int number;

  SourceState(int number) {
    this.number = number;
  }

  /** What stands for the state in metrics. */
  public int number() {
    return number;
  }

  /** The state in small letters, with spaces. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The state with this number; {@link #NOT_ASKED} if there is none. */
  public static SourceState of(double number) {
    return Stream.of(values())
        .filter(state -> state.number == (int) number)
        .findFirst()
        .orElse(NOT_ASKED);
  }
}
