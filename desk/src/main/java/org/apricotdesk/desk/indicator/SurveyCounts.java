package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.desk.survey.SurveyResults;
import org.apricotdesk.desk.survey.Surveys;

/// What the questionnaires of the quarters say, and together with ratings of tickets.
record SurveyCounts(Surveys surveys, ZoneId zone) implements Source {
  static final String INSUFFICIENT = "survey_insufficient";
  private static final int QUARTER = 3;

  @Override
  public List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets) {
    var rated = tickets.get().of(Tally.SATISFIED);
    return of(results(period), Figure.percent(rated.hits(), rated.counted()));
  }

  static List<Figure> of(List<SurveyResults> results, Optional<BigDecimal> tickets) {
    var sum = results.stream().mapToLong(SurveyResults::sum).sum();
    var full = results.stream().mapToLong(SurveyResults::full).sum();
    var enough = full > 0 && results.stream().allMatch(SurveyResults::sufficient);
    var share = Figure.percent(sum, full);
    var both = Formula.clinical(tickets, share, enough);
    return List.of(
        new Figure(Indicator.CSAT_SURVEY, share, sum, full, Map.of(), flags(full > 0 && !enough)),
        new Figure(
            Indicator.CLINICAL_SATISFACTION,
            both.value(),
            0,
            full,
            Map.of(),
            flags(both.surveyInsufficient())));
  }

  private static List<String> flags(boolean insufficient) {
    return insufficient ? List.of(INSUFFICIENT) : List.of();
  }

  @Override
  public Map<String, List<Figure>> by(Dimension dimension, Period period, Instant asOf) {
    var figures = new HashMap<String, List<Figure>>();
    if (dimension == Dimension.DEPARTMENT)
      for (var result : results(period))
        for (var row : result.rows())
          figures.put(row.department().value(), List.of(department(row)));
    return figures;
  }

  private static Figure department(SurveyResults.Row row) {
    var value = row.percent().map(p -> BigDecimal.valueOf(p).setScale(2, RoundingMode.HALF_UP));
    return new Figure(Indicator.CSAT_SURVEY, value, 0, row.forms(), Map.of());
  }

  /// Of the quarters that the period touches.
  private List<SurveyResults> results(Period period) {
    var known = surveys.quarters();
    var last = LocalDate.ofInstant(period.to().minusSeconds(1), zone);
    return quarterOf(LocalDate.ofInstant(period.from(), zone))
        .datesUntil(last.plusDays(1), java.time.Period.ofMonths(QUARTER))
        .map(SurveyCounts::name)
        .filter(known::contains)
        .map(surveys::results)
        .toList();
  }

  private static LocalDate quarterOf(LocalDate day) {
    return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % QUARTER);
  }

  private static String name(LocalDate first) {
    return first.getYear() + "Q" + (first.getMonthValue() / QUARTER + 1);
  }
}
