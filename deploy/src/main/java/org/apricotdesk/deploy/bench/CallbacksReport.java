package org.apricotdesk.deploy.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apricotdesk.deploy.bench.Recorder.Statement;

/// Writes the figures of `bench callbacks` down.
final class CallbacksReport {
  private CallbacksReport() {}

  /// One number of connections.
  record Row(int connections, Served product, Figures replay, Figures bare) {}

  static String markdown(List<Row> rows, Served paced, Taps taps, List<List<Statement>> messages) {
    var text = new StringBuilder();
    var statements = messages.stream().mapToInt(List::size).average().orElse(0);
    text.append(
        String.format(
            Locale.ROOT,
            "%d processors, Java %s; %.1f statements a message, measured over %d messages.%n",
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            statements,
            messages.size()));
    text.append(
        """

        | connections | product /s | p50 ms | p99 ms | failed | statements /s | p50 ms | p99 ms \
        | failed | product ÷ statements | crypto /s | p50 ms | p99 ms | product ÷ crypto |
        | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        """);
    rows.forEach(row -> text.append(line(row)));
    text.append(
        """

        | load | messages /s | p50 ms | p99 ms | failed | processor ms a message: program | database \
        | messages | tickets | notices sent | waiting |
        | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        """);
    rows.forEach(row -> text.append(line(row.connections() + " connections", row.product())));
    text.append(line("paced", paced));
    return text.append(
            String.format(
                Locale.ROOT,
                "%n%d people tap at once: claimed %d time(s), %d shown who has it, all answered in"
                    + " %.0f ms.%n",
                taps.people(),
                taps.claims(),
                taps.told(),
                millis(taps.took())))
        .toString();
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %d | %s | %d | %s | %d | %.0f %% | %s | %.0f %% |%n",
        row.connections(),
        cells(row.product().figures()),
        row.product().figures().failed(),
        cells(row.replay()),
        row.replay().failed(),
        100 * row.product().figures().perSecond() / row.replay().perSecond(),
        cells(row.bare()),
        100 * row.product().figures().perSecond() / row.bare().perSecond());
  }

  private static String line(String load, Served served) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.2f | %.2f | %d | %d | %d | %d |%n",
        load,
        cells(served.figures()),
        served.figures().failed(),
        millis(served.each().program()),
        millis(served.each().database()),
        served.done().messages(),
        served.done().tickets(),
        served.done().sent(),
        served.done().waiting());
  }

  private static String cells(Figures figures) {
    return String.format(
        Locale.ROOT,
        "%.0f | %.1f | %.1f",
        figures.perSecond(),
        millis(figures.median()),
        millis(figures.p99()));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
