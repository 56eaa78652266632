package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.survey.Wilson;

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
  RATING_RATE(Unit.PERCENT),
  /// Urgent faults in 30 days.
  SYSTEM_FAILURE_RATE(Unit.NUMBER),
  /// Working time until requests were approved.
  APPROVAL_MINUTES(Unit.MINUTES),
  VENDOR_PUNCTUALITY(Unit.PERCENT, Direction.AT_LEAST, "90"),
  TICKET_COUNT(Unit.COUNT),
  CANCELLED_COUNT(Unit.COUNT),
  REDIRECTED_COUNT(Unit.COUNT),
  /// Aimed at is a share of the tickets of a month, in per cent.
  OVERDUE_BACKLOG(Unit.COUNT, Direction.AT_MOST, "2"),
  /// Of one system.
  AVAILABILITY(Unit.PERCENT, Direction.AT_LEAST, "99.9"),
  CORE_AVAILABILITY(Unit.PERCENT, Direction.AT_LEAST, "99.9"),
  MAJOR_INCIDENT_COUNT(Unit.COUNT, Direction.AT_MOST, "2"),
  SECURITY_INCIDENT_COUNT(Unit.COUNT, Direction.AT_MOST, "0"),
  /// Per 10,000 visits of patients.
  SECURITY_INCIDENT_RATE(Unit.NUMBER, Direction.AT_MOST, "0"),
  ASSET_INTEGRITY(Unit.PERCENT, Direction.AT_LEAST, "98"),
  KB_SELF_SERVICE_RATE(Unit.PERCENT, Direction.AT_LEAST, "25"),
  KB_LOOSE_RATE(Unit.PERCENT),
  CSAT_SURVEY(Unit.PERCENT, Direction.AT_LEAST, "90"),
  CLINICAL_SATISFACTION(Unit.PERCENT, Direction.AT_LEAST, "90"),
  REQUIREMENT_COMPLETION_RATE(Unit.PERCENT, Direction.AT_LEAST, "85"),
  PROJECT_DELAY_RATE(Unit.PERCENT, Direction.AT_MOST, "10"),
  ROUND_COMPLETION_RATE(Unit.PERCENT, Direction.AT_LEAST, "95"),
  PAIN_POINT_CONVERSION(Unit.PERCENT, Direction.AT_LEAST, "90"),
  TRAINING_COVERAGE(Unit.PERCENT, Direction.AT_LEAST, "90"),
  EFFICIENCY_GAIN(Unit.PERCENT),
  QUALITY_GAIN(Unit.PERCENT),
  COST_SAVING(Unit.MONEY),
  NEW_TECH_LANDED(Unit.COUNT),
  AWARDS_PATENTS(Unit.COUNT),
  /// As the director and the CMIO judge it, 0 to 100.
  DIGITAL_CONTRIBUTION(Unit.NUMBER);

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
    COUNT,
    NUMBER,
    /// In yuan.
    MONEY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Field {
    TECHNICAL,
    BUSINESS,
    INNOVATION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is good enough.
  ///
  /// @param more whether more than that is better
  public record Aim(BigDecimal target, boolean more) {}

  /// Whether tickets stand behind it, rather than something else.
  public boolean isOfTickets() {
    return tally().isPresent();
  }

  /// Which tickets it looks at; empty for what is counted from something else.
  Optional<Tally> tally() {
    return switch (this) {
      case RESPONSE_TIMELY_RATE -> Optional.of(Tally.RESPONSE);
      case RESPONSE_P50, RESPONSE_P90, RESPONSE_P95 -> Optional.of(Tally.ANSWER_TIME);
      case RESOLUTION_TIMELY_RATE -> Optional.of(Tally.RESOLUTION);
      case REQUEST_TIMELY_RATE -> Optional.of(Tally.REQUEST);
      case MTTR, MTTR_MEDIAN -> Optional.of(Tally.REPAIR_TIME);
      case FCR -> Optional.of(Tally.FIRST_CONTACT);
      case REOPEN_RATE -> Optional.of(Tally.REOPENED);
      case CSAT_TICKET -> Optional.of(Tally.SATISFIED);
      case RATING_RATE -> Optional.of(Tally.RATED);
      case SYSTEM_FAILURE_RATE -> Optional.of(Tally.FAILURE);
      case APPROVAL_MINUTES -> Optional.of(Tally.WAITED_APPROVER);
      case VENDOR_PUNCTUALITY -> Optional.of(Tally.VENDOR);
      case TICKET_COUNT -> Optional.of(Tally.OPENED);
      case CANCELLED_COUNT -> Optional.of(Tally.CANCELLED);
      case REDIRECTED_COUNT -> Optional.of(Tally.REDIRECTED);
      case OVERDUE_BACKLOG -> Optional.of(Tally.OVERDUE);
      default -> Optional.empty();
    };
  }

  /// Whether it is aimed at a share of the tickets of a month, in per cent, rather than at a value.
  boolean isOfVolume() {
    return this == OVERDUE_BACKLOG;
  }

  /// Whether it is a share of time or of marks, or a change, rather than a share of a number of
  /// things.
  boolean isOfTime() {
    return switch (this) {
      case AVAILABILITY,
          CORE_AVAILABILITY,
          CSAT_SURVEY,
          CLINICAL_SATISFACTION,
          EFFICIENCY_GAIN,
          QUALITY_GAIN ->
          true;
      default -> false;
    };
  }

  /// Whether so few stand behind a value that one could tell who they are.
  public boolean isSmall(long denominator) {
    return switch (unit) {
      case PERCENT, MINUTES -> !isOfTime() && denominator < Wilson.FEW;
      case COUNT, NUMBER, MONEY -> false;
    };
  }

  /// What the hospital wants it for; domain §16.3 to §16.5.
  public Field field() {
    return switch (this) {
      case REQUEST_TIMELY_RATE,
          APPROVAL_MINUTES,
          CSAT_TICKET,
          RATING_RATE,
          CSAT_SURVEY,
          CLINICAL_SATISFACTION,
          REQUIREMENT_COMPLETION_RATE,
          PROJECT_DELAY_RATE,
          ROUND_COMPLETION_RATE,
          PAIN_POINT_CONVERSION,
          TRAINING_COVERAGE,
          EFFICIENCY_GAIN,
          QUALITY_GAIN,
          COST_SAVING ->
          Field.BUSINESS;
      case NEW_TECH_LANDED, AWARDS_PATENTS, DIGITAL_CONTRIBUTION -> Field.INNOVATION;
      default -> Field.TECHNICAL;
    };
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
