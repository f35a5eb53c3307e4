package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadTest {

  @Test
  void reads_the_output_of_wrk() {
    Load load =
        Load.parse(
            """
            Running 5s test @ http://127.0.0.1:8080
            BENCH {"requests":100000,"duration":5000000,"failed":1,"broken":2,"p50":900,"p99":23000}
            """);

    assertEquals(new Load(20_000, 1, 2, 0.9, 23), load);
  }

  @Test
  void rejects_output_without_a_result() {
    assertThrows(IllegalArgumentException.class, () -> Load.parse("unable to connect"));
  }

  @Test
  void takes_the_run_in_the_middle() {
    assertEquals(load(2), Load.median(List.of(load(3), load(1), load(2))));
  }

  private static Load load(double perSecond) {
    return new Load(perSecond, 0, 0, 1, 1);
  }
}
