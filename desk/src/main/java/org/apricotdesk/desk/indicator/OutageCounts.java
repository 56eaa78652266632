package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.maintenance.Maintenance;

/// How much of the time the core systems worked: from the major incidents that were declared, and
/// the downtime that was planned.
record OutageCounts(Incidents incidents, Maintenance maintenance) implements Source {
  @Override
  public List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets) {
    return uptime(period, asOf).whole();
  }

  @Override
  public Map<String, List<Figure>> by(Dimension dimension, Period period, Instant asOf) {
    var figures = new HashMap<String, List<Figure>>();
    if (dimension == Dimension.SYSTEM)
      uptime(period, asOf)
          .availability()
          .forEach((system, figure) -> figures.put(system, List.of(figure)));
    return figures;
  }

  private Uptime uptime(Period period, Instant asOf) {
    return new Uptime(incidents, maintenance, period, asOf);
  }
}
