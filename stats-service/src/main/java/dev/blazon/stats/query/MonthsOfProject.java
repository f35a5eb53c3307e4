package dev.blazon.stats.query;

import dev.blazon.count.Month;
import dev.blazon.stats.store.StoredMonth;
import java.util.List;

/** Where the packed months of a project are read: the store, or a transaction of it. */
@FunctionalInterface
public interface MonthsOfProject {

  List<StoredMonth> read(int project, List<Month> months);
}
