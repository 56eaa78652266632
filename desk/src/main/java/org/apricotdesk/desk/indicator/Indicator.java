package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// The figures, each with its unit and what the hospital aims at.
public enum Indicator {
  RESPONSE_TIMELY_RATE(Unit.PERCENT, Direction.AT_LEAST, "95"),
  RESPONSE_P50(Unit.MINUTES),
  RESPONSE_P90(Unit.MINUTES),
  RESPONSE_P95(Unit.MINUTES),
  RESOLUTION_TIMELY_RATE(Unit.PERCENT, Direction.AT_LEAST, "95"),
  REQUEST_TIMELY_RATE(Unit.PERCENT, Direction.AT_LEAST, "95"),
  MTTR(Unit.MINUTES),
  MTTR_MEDIAN(Unit.MINUTES),
  FCR(Unit.PERCENT, Direction.AT_LEAST, "70"),
  REOPEN_RATE(Unit.PERCENT, Direction.AT_MOST, "3"),
  CSAT_TICKET(Unit.PERCENT, Direction.AT_LEAST, "95"),
  TICKET_COUNT(Unit.COUNT),
  OVERDUE_BACKLOG(Unit.COUNT),
  /// Of one system.
  AVAILABILITY(Unit.PERCENT, Direction.AT_LEAST, "99.9"),
  CORE_AVAILABILITY(Unit.PERCENT, Direction.AT_LEAST, "99.9"),
  MAJOR_INCIDENT_COUNT(Unit.COUNT, Direction.AT_MOST, "2");

  private final Unit unit;
  private final Direction direction;
  private final BigDecimal target;

  Indicator(Unit unit) {
    this(unit, Direction.NONE, "0");
  }

  Indicator(Unit unit, Direction direction, String target) {
    this.unit = unit;
    this.direction = direction;
    this.target = new BigDecimal(target);
  }

  private enum Direction {
    NONE,
    AT_LEAST,
    AT_MOST
  }

  public enum Unit {
    PERCENT,
    MINUTES,
    COUNT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is good enough.
  ///
  /// @param more whether more than that is better
  public record Aim(BigDecimal target, boolean more) {}

  /// Whether tickets stand behind it, rather than incidents.
  public boolean isOfTickets() {
    return compareTo(AVAILABILITY) < 0;
  }

  public Unit unit() {
    return unit;
  }

  /// Empty for what is only watched.
  public Optional<Aim> aim() {
    return direction == Direction.NONE
        ? Optional.empty()
        : Optional.of(new Aim(target, direction == Direction.AT_LEAST));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Indicator> of(String code) {
    for (var indicator : values()) if (indicator.code().equals(code)) return Optional.of(indicator);
    return Optional.empty();
  }
}
