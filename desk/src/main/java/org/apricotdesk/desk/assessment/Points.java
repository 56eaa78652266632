package org.apricotdesk.desk.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.desk.assessment.Assessment.Line;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators.Failures;

/// How many points a part has, 0 to 100; domain §15.2.
record Points(Evidence evidence) {
  private static final BigDecimal MOST = BigDecimal.valueOf(100);
  private static final BigDecimal A_REOPENED_PERCENT = BigDecimal.TEN;
  private static final BigDecimal NO_GAIN = BigDecimal.valueOf(50);
  private static final BigDecimal A_GAINED_PERCENT = BigDecimal.TWO;
  private static final long A_P1 = 5;
  private static final long A_P2 = 2;

  Line line(Part part) {
    return switch (part) {
      case RESPONSE, RESOLUTION, FIRST_CONTACT, REQUIREMENTS, ROUNDS ->
          counted(part, Figure::value);
      case REOPENED -> counted(part, figure -> figure.value().map(Points::reopened));
      case SATISFACTION -> counted(part, Points::satisfaction);
      case GAIN -> counted(part, figure -> figure.value().map(Points::gain));
      case FAILURES ->
          evidence
              .failures()
              .map(all -> new Line(part, new Basis.Failed(all), Optional.of(failures(all))))
              .orElseGet(() -> nothing(part));
      case RATING ->
          new Line(part, new Basis.Rated(evidence.ratings()), rating(evidence.ratings()));
    };
  }

  private Line counted(Part part, Function<Figure, Optional<BigDecimal>> points) {
    return evidence
        .figure(part.indicator())
        .filter(figure -> figure.value().isPresent())
        .map(figure -> new Line(part, new Basis.Counted(figure), points.apply(figure)))
        .orElseGet(() -> nothing(part));
  }

  private static Line nothing(Part part) {
    return new Line(part, new Basis.Nothing(), Optional.empty());
  }

  static BigDecimal reopened(BigDecimal percent) {
    return within(MOST.subtract(percent.multiply(A_REOPENED_PERCENT)));
  }

  static BigDecimal gain(BigDecimal percent) {
    return within(NO_GAIN.add(percent.multiply(A_GAINED_PERCENT)));
  }

  static BigDecimal failures(Failures failures) {
    return within(MOST.subtract(BigDecimal.valueOf(A_P1 * failures.p1() + A_P2 * failures.p2())));
  }

  /// A few ratings would tell who gave them.
  private static Optional<BigDecimal> satisfaction(Figure figure) {
    return figure.isSmall() ? Optional.empty() : figure.value();
  }

  private static Optional<BigDecimal> rating(List<Rating> ratings) {
    var scores = ratings.stream().map(Rating::score).map(BigDecimal::valueOf).toList();
    return Figure.mean(Indicator.DIGITAL_CONTRIBUTION, scores, Map.of()).value();
  }

  private static BigDecimal within(BigDecimal points) {
    return points.max(BigDecimal.ZERO).min(MOST);
  }
}
