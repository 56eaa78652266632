package org.apricotdesk.desk.dashboard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apricotdesk.desk.dashboard.DashboardPage.Cell;
import org.apricotdesk.desk.dashboard.DashboardPage.HeatRow;

/// When which department reports most: those with most reports, hour by hour.
final class Heat {
  private static final int DEPARTMENTS = 15;
  private static final int DARKEST = 5;

  private final Names names;

  Heat(Names names) {
    this.names = names;
  }

  List<HeatRow> of(Map<String, long[]> counts) {
    var most = counts.values().stream().flatMapToLong(LongStream::of).max().orElse(1);
    return counts.entrySet().stream()
        .sorted(Comparator.comparingLong(row -> -LongStream.of(row.getValue()).sum()))
        .limit(DEPARTMENTS)
        .map(row -> new HeatRow(names.department(row.getKey()), cells(row.getValue(), most)))
        .toList();
  }

  private static List<Cell> cells(long[] hours, long most) {
    return Arrays.stream(hours)
        .mapToObj(count -> new Cell(count, (int) Math.ceilDiv(count * DARKEST, most)))
        .toList();
  }
}
