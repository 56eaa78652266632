package org.apricotdesk.desk.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.desk.assessment.Assessment.Remark;
import org.apricotdesk.desk.assessment.Assessment.Section;
import org.apricotdesk.desk.indicator.Indicator.Field;
import org.apricotdesk.desk.staff.Tier;

/// Assesses engineers by what is known of their term; domain §15.2.
final class Scoring {
  /// So many tickets have to be solved to be judged by them.
  static final int SAMPLE = 20;

  /// The median of fewer would tell what one of them has.
  static final int MEDIAN_OF = 3;

  static final BigDecimal CAP = BigDecimal.valueOf(59);

  private Scoring() {}

  /// How much a field counts, in per cent.
  static int weight(Tier tier, Field field) {
    return switch (tier) {
      case JUNIOR -> weight(field, 70, 30, 0);
      case INTERMEDIATE -> weight(field, 50, 50, 0);
      case SENIOR -> weight(field, 30, 50, 20);
    };
  }

  private static int weight(Field field, int technical, int business, int innovation) {
    return switch (field) {
      case TECHNICAL -> technical;
      case BUSINESS -> business;
      case INNOVATION -> innovation;
    };
  }

  /// All engineers of the hospital: the medians of their tiers are made of them.
  static List<Assessment> together(List<Evidence> all) {
    var alone = all.stream().map(Scoring::alone).toList();
    var medians = new EnumMap<Tier, BigDecimal>(Tier.class);
    for (var tier : Tier.values())
      median(alone, tier).ifPresent(median -> medians.put(tier, median));
    return alone.stream().map(one -> guarded(one, medians)).toList();
  }

  private static Assessment alone(Evidence evidence) {
    var points = new Points(evidence);
    var sections =
        Stream.of(Field.values())
            .filter(field -> weight(evidence.tier(), field) > 0)
            .map(
                field ->
                    new Section(
                        field,
                        weight(evidence.tier(), field),
                        Part.of(field).stream().map(points::line).toList()))
            .toList();
    var own = Weighed.mean(sections).map(Scoring::rounded);
    return new Assessment(
        evidence.engineer(),
        evidence.tier(),
        evidence.sample(),
        sections,
        own,
        own,
        Set.of(),
        evidence.breaches());
  }

  private static BigDecimal rounded(BigDecimal score) {
    return score.setScale(2, RoundingMode.HALF_UP);
  }

  private static Optional<BigDecimal> median(List<Assessment> all, Tier tier) {
    var scores =
        all.stream()
            .filter(one -> one.tier() == tier && one.sample() >= SAMPLE)
            .flatMap(one -> one.own().stream())
            .sorted()
            .toList();
    if (scores.size() < MEDIAN_OF) return Optional.empty();
    var middle = scores.get((scores.size() - 1) / 2).add(scores.get(scores.size() / 2));
    return Optional.of(middle.divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP));
  }

  private static Assessment guarded(Assessment alone, Map<Tier, BigDecimal> medians) {
    var remarks = EnumSet.noneOf(Remark.class);
    var score = alone.own();
    if (alone.line(Part.RATING).filter(line -> line.points().isEmpty()).isPresent())
      remarks.add(Remark.NOT_RATED);
    if (alone.sample() < SAMPLE) {
      remarks.add(Remark.LOW_SAMPLE);
      score = Optional.ofNullable(medians.get(alone.tier()));
      if (score.isEmpty()) remarks.add(Remark.NO_MEDIAN);
    }
    if (!alone.breaches().isEmpty()) {
      remarks.add(Remark.BREACH);
      score = score.map(CAP::min);
    }
    return new Assessment(
        alone.engineer(),
        alone.tier(),
        alone.sample(),
        alone.sections(),
        alone.own(),
        score,
        remarks,
        alone.breaches());
  }
}
