package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.bench.load.Wanted;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MixedLoadTest {

  @Test
  void asks_for_ten_known_projects_to_one_that_nobody_asked_for() {
    Supplier<Wanted> traffic = MixedLoad.traffic("word");
    List<Wanted> asked = Stream.generate(traffic).limit(2_200).toList();

    List<Wanted> fresh = asked.stream().filter(wanted -> wanted.group().equals("new")).toList();
    List<String> known =
        asked.stream()
            .filter(wanted -> wanted.group().equals("repeated"))
            .map(Wanted::path)
            .toList();
    assertEquals(200, fresh.stream().map(Wanted::path).distinct().count());
    assertEquals(2_000, known.size());
    assertEquals(100, known.stream().distinct().count());
  }

  @Test
  void is_told_from_process_to_process() {
    MixedLoad load = new MixedLoad(22.5, 1.75, 0, 0.125);

    assertEquals(load, MixedLoad.parse(load.json()));
  }

  @Test
  void takes_the_run_in_the_middle() {
    MixedLoad middle = new MixedLoad(1, 2, 0, 0);

    assertEquals(
        middle,
        MixedLoad.median(List.of(new MixedLoad(1, 3, 0, 0), middle, new MixedLoad(9, 1, 0, 0))));
  }
}
