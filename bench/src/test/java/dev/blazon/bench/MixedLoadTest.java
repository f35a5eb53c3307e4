package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.bench.load.LoadRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MixedLoadTest {

  @Test
  void sends_ten_known_projects_and_then_a_new_one() {
    Supplier<LoadRequest> traffic = MixedLoad.traffic("word");
    List<LoadRequest> requests = Stream.generate(traffic).limit(2_200).toList();

    List<LoadRequest> fresh =
        requests.stream().filter(request -> request.group().equals("new")).toList();
    List<String> known =
        requests.stream()
            .filter(request -> request.group().equals("repeated"))
            .map(LoadRequest::path)
            .toList();
    assertEquals(200, fresh.stream().map(LoadRequest::path).distinct().count());
    assertEquals(2_000, known.size());
    assertEquals(100, known.stream().distinct().count());
  }

  @Test
  void is_written_and_read_as_json() {
    MixedLoad load = new MixedLoad(22.5, 1.75, 0, 0.125);

    assertEquals(load, MixedLoad.parse(load.json()));
  }

  @Test
  void takes_the_median_run() {
    MixedLoad middle = new MixedLoad(1, 2, 0, 0);

    assertEquals(
        middle,
        MixedLoad.median(List.of(new MixedLoad(1, 3, 0, 0), middle, new MixedLoad(9, 1, 0, 0))));
  }
}
