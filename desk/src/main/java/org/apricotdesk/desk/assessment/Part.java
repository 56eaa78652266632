package org.apricotdesk.desk.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicator.Field;

/// What a field of an assessment is made of; domain §15.2.
public enum Part {
  RESPONSE(Field.TECHNICAL, 30, Indicator.RESPONSE_TIMELY_RATE),
  RESOLUTION(Field.TECHNICAL, 30, Indicator.RESOLUTION_TIMELY_RATE),
  FIRST_CONTACT(Field.TECHNICAL, 15, Indicator.FCR),
  REOPENED(Field.TECHNICAL, 10, Indicator.REOPEN_RATE),
  /// Of the systems the engineer answers for.
  FAILURES(Field.TECHNICAL, 15, Indicator.SYSTEM_FAILURE_RATE),
  SATISFACTION(Field.BUSINESS, 40, Indicator.CSAT_TICKET),
  REQUIREMENTS(Field.BUSINESS, 25, Indicator.REQUIREMENT_COMPLETION_RATE),
  GAIN(Field.BUSINESS, 15, Indicator.EFFICIENCY_GAIN),
  /// Trainings are not told apart by engineer at the desk: rounds stand alone.
  ROUNDS(Field.BUSINESS, 20, Indicator.ROUND_COMPLETION_RATE),
  /// What the director and the CMIO think of new technology, publications and awards.
  RATING(Field.INNOVATION, 100, Indicator.DIGITAL_CONTRIBUTION);

  private final Field field;
  private final int weight;
  private final Indicator indicator;

  Part(Field field, int weight, Indicator indicator) {
    this.field = field;
    this.weight = weight;
    this.indicator = indicator;
  }

  static List<Part> of(Field field) {
    return Arrays.stream(values()).filter(part -> part.field == field).toList();
  }

  /// The one of that code; empty if there is none.
  public static Optional<Part> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
  }

  public Field field() {
    return field;
  }

  /// In its field, in per cent.
  public int weight() {
    return weight;
  }

  /// The figure it comes from, or is akin to.
  public Indicator indicator() {
    return indicator;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
