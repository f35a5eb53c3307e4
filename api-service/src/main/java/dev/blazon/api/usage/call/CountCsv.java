package dev.blazon.api.usage.call;

import dev.blazon.usage.UsageTable.Row;
import java.util.ArrayList;
import java.util.List;

/** Counts as a table for spreadsheets: a row a group and stretch of time. Stateless. */
final class CountCsv {

  private CountCsv() {}

  static String of(Counted counted) {
    StringBuilder out = new StringBuilder();
    boolean overTime = counted.question().interval().isPresent();
    List<String> head = new ArrayList<>();
    if (overTime) {
      head.add("start");
    }
    head.addAll(counted.paths());
    head.add(counted.what());
    Csv.append(out, head);
    for (Row row : counted.table().rows()) {
      List<String> cells = new ArrayList<>();
      counted.start(row).filter(start -> overTime).ifPresent(cells::add);
      cells.addAll(row.keys());
      cells.add(Long.toString(counted.number(row)));
      Csv.append(out, cells);
    }
    return out.toString();
  }
}
