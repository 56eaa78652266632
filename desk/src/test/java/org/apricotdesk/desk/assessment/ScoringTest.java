package org.apricotdesk.desk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apricotdesk.desk.assessment.Assessment.Remark;
import org.apricotdesk.desk.assessment.Assessment.Section;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicator.Field;
import org.apricotdesk.desk.indicator.Indicators.Failures;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tier;

/// The worked examples of domain §15.2, and what holds whatever the numbers are.
class ScoringTest {
  private static final PersonId DIRECTOR = new PersonId("shenguangyuan");
  private static final int ENOUGH = 20;

  /// 0.3×98 + 0.3×96 + 0.15×75 + 0.10×80 + 0.15×98 = 92.15.
  @Example
  void technical_example() {
    var figures = figures("98", "96", "75", "2", "0", "0", "0", "0");
    var one = alone(Tier.JUNIOR, figures, Optional.of(new Failures(0, 1)), List.of());
    assertThat(points(one, Part.REOPENED)).contains(number("80"));
    assertThat(points(one, Part.FAILURES)).contains(number("98"));
    assertThat(section(one, Field.TECHNICAL).points().orElseThrow()).isEqualByComparingTo("92.15");
  }

  @Example
  void junior_intermediate_and_senior_examples() {
    assertThat(score(Tier.JUNIOR)).contains(number("84.40"));
    assertThat(score(Tier.INTERMEDIATE)).contains(number("86.00"));
    assertThat(score(Tier.SENIOR)).contains(number("83.60"));
  }

  /// T 82, B 90, I 70.
  private static Optional<BigDecimal> score(Tier tier) {
    return inExample(tier, List.of(rating(Judge.DIRECTOR, 70))).score();
  }

  private static Assessment inExample(Tier tier, List<Rating> ratings) {
    var figures = figures("82", "82", "82", "1.8", "90", "90", "20", "90");
    return alone(tier, figures, Optional.of(new Failures(0, 9)), ratings);
  }

  @Example
  void without_a_measured_project_the_others_take_its_weight() {
    var figures = figures("82", "82", "82", "1.8", "90", "80", "20", "70");
    figures.remove(Indicator.EFFICIENCY_GAIN);
    var one = alone(Tier.JUNIOR, figures, Optional.empty(), List.of());
    // (0.40×90 + 0.25×80 + 0.20×70) ÷ 0.85
    assertThat(section(one, Field.BUSINESS).points().orElseThrow())
        .isBetween(number("82.352"), number("82.353"));
    assertThat(one.line(Part.GAIN).orElseThrow().share(section(one, Field.BUSINESS).lines()))
        .isEmpty();
    assertThat(points(one, Part.FAILURES)).as("no systems of their own").isEmpty();
  }

  @Example
  void an_innovation_nobody_rated_is_not_a_zero() {
    var one = inExample(Tier.SENIOR, List.of());
    // (0.3×82 + 0.5×90) ÷ 0.8
    assertThat(one.score()).contains(number("87.00"));
    assertThat(one.remarks()).containsExactly(Remark.NOT_RATED);
    assertThat(section(one, Field.TECHNICAL).share(one.sections())).contains(number("37.5"));
    assertThat(inExample(Tier.JUNIOR, List.of()).remarks()).isEmpty();
  }

  @Example
  void director_and_cmio_count_alike() {
    var both = List.of(rating(Judge.DIRECTOR, 70), rating(Judge.CMIO, 91));
    assertThat(points(inExample(Tier.SENIOR, both), Part.RATING)).contains(number("80.50"));
  }

  @Example
  void fewer_than_five_ratings_do_not_count() {
    var figures = figures("82", "82", "82", "1.8", "90", "90", "20", "90");
    figures.put(Indicator.CSAT_TICKET, figure(Indicator.CSAT_TICKET, "0", 4));
    var one = alone(Tier.JUNIOR, figures, Optional.empty(), List.of());
    assertThat(points(one, Part.SATISFACTION)).isEmpty();
    assertThat(section(one, Field.BUSINESS).points().orElseThrow()).isEqualByComparingTo("90");
  }

  @Example
  void with_too_few_tickets_the_median_of_the_tier_counts() {
    var all = new ArrayList<Evidence>();
    for (var points : List.of("70", "80", "90", "96")) all.add(all(Tier.SENIOR, points, ENOUGH));
    all.add(all(Tier.JUNIOR, "40", ENOUGH));
    all.add(all(Tier.SENIOR, "100", ENOUGH - 1));
    var low = Scoring.together(all).getLast();
    assertThat(low.own()).contains(number("100.00"));
    assertThat(low.score()).as("between 80 and 90").contains(number("85.00"));
    assertThat(low.remarks()).containsExactlyInAnyOrder(Remark.LOW_SAMPLE, Remark.NOT_RATED);
  }

  @Example
  void the_median_of_two_would_tell_what_they_have() {
    var all =
        List.of(
            all(Tier.SENIOR, "70", ENOUGH),
            all(Tier.SENIOR, "80", ENOUGH),
            all(Tier.SENIOR, "90", 0));
    var low = Scoring.together(all).getLast();
    assertThat(low.score()).isEmpty();
    assertThat(low.remarks()).contains(Remark.LOW_SAMPLE, Remark.NO_MEDIAN);
  }

  @Example
  void who_has_nothing_to_be_judged_by_has_no_score() {
    var nothing = Scoring.together(List.of(evidence(Tier.JUNIOR, Map.of()))).getFirst();
    assertThat(nothing.own()).isEmpty();
    assertThat(nothing.score()).isEmpty();
  }

  @Property(tries = 300)
  void every_score_lies_between_0_and_100(
      @ForAll("percents") BigDecimal percent,
      @ForAll("gains") BigDecimal gain,
      @ForAll @IntRange(max = 60) int p1,
      @ForAll @IntRange(max = 60) int p2,
      @ForAll Tier tier) {
    var text = percent.toPlainString();
    var figures = figures(text, text, text, text, text, text, gain.toPlainString(), text);
    var one = alone(tier, figures, Optional.of(new Failures(p1, p2)), List.of());
    assertThat(one.score().orElseThrow()).isBetween(BigDecimal.ZERO, number("100"));
    one.sections().stream()
        .flatMap(section -> section.lines().stream())
        .flatMap(line -> line.points().stream())
        .forEach(points -> assertThat(points).isBetween(BigDecimal.ZERO, number("100")));
  }

  @Property(tries = 200)
  void a_breach_caps_whatever_the_score_is(
      @ForAll("percents") BigDecimal percent, @ForAll Tier tier) {
    var clean = all(tier, percent.toPlainString(), ENOUGH);
    var day = LocalDate.of(2026, 3, 10);
    var breach = new Breach(1, clean.engineer().id(), day, "外借账号", DIRECTOR, Instant.EPOCH);
    var broken =
        new Evidence(
            clean.engineer(),
            tier,
            clean.figures(),
            clean.failures(),
            clean.ratings(),
            List.of(breach));
    var before = Scoring.together(List.of(clean)).getFirst();
    var after = Scoring.together(List.of(broken)).getFirst();
    assertThat(after.score()).contains(before.score().orElseThrow().min(Scoring.CAP));
    assertThat(after.remarks()).contains(Remark.BREACH);
    assertThat(after.own()).as("what the parts come to stays").isEqualTo(before.own());
  }

  @Property(tries = 200)
  void too_few_tickets_make_own_numbers_count_for_nothing(
      @ForAll("percents") BigDecimal own, @ForAll @IntRange(max = ENOUGH - 1) int tickets) {
    var tier = Tier.INTERMEDIATE;
    var all = new ArrayList<Evidence>();
    for (var points : List.of("70", "80", "90")) all.add(all(tier, points, ENOUGH));
    all.add(all(tier, own.toPlainString(), tickets));
    assertThat(Scoring.together(all).getLast().score()).contains(number("80.00"));
  }

  @Property(tries = 200)
  void the_shares_of_what_is_there_add_up(@ForAll("present") Set<Indicator> present) {
    var figures = figures("82", "82", "82", "1.8", "90", "90", "20", "90");
    figures.keySet().retainAll(present);
    var one = alone(Tier.SENIOR, figures, Optional.empty(), List.of());
    for (var section : one.sections()) {
      var shares = section.lines().stream().flatMap(l -> l.share(section.lines()).stream());
      var sum = shares.reduce(BigDecimal.ZERO, BigDecimal::add);
      if (section.points().isPresent()) assertThat(sum).isBetween(number("99.5"), number("100.5"));
      else assertThat(sum).isZero();
    }
  }

  @Provide
  Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, number("100")).ofScale(2);
  }

  @Provide
  Arbitrary<BigDecimal> gains() {
    return Arbitraries.bigDecimals().between(number("-300"), number("300")).ofScale(2);
  }

  @Provide
  Arbitrary<Set<Indicator>> present() {
    return Arbitraries.of(
            Indicator.RESPONSE_TIMELY_RATE,
            Indicator.FCR,
            Indicator.CSAT_TICKET,
            Indicator.EFFICIENCY_GAIN,
            Indicator.ROUND_COMPLETION_RATE)
        .set();
  }

  /// Every part has so many points, but for systems, which there are none of.
  private static Evidence all(Tier tier, String points, int tickets) {
    var reopened = number("100").subtract(number(points)).movePointLeft(1).toPlainString();
    var gain = number(points).subtract(number("50")).divide(BigDecimal.TWO).toPlainString();
    var figures = figures(points, points, points, reopened, points, points, gain, points);
    figures.put(Indicator.REOPEN_RATE, figure(Indicator.REOPEN_RATE, reopened, tickets));
    return evidence(tier, figures);
  }

  private static Evidence evidence(Tier tier, Map<Indicator, Figure> figures) {
    return new Evidence(engineer(), tier, figures, Optional.empty(), List.of(), List.of());
  }

  private static Assessment alone(
      Tier tier,
      Map<Indicator, Figure> figures,
      Optional<Failures> failures,
      List<Rating> ratings) {
    var evidence = new Evidence(engineer(), tier, figures, failures, ratings, List.of());
    return Scoring.together(List.of(evidence)).getFirst();
  }

  private static Map<Indicator, Figure> figures(
      String response,
      String resolution,
      String fcr,
      String reopened,
      String satisfied,
      String completed,
      String gain,
      String rounds) {
    var figures = new EnumMap<Indicator, Figure>(Indicator.class);
    put(figures, Indicator.RESPONSE_TIMELY_RATE, response);
    put(figures, Indicator.RESOLUTION_TIMELY_RATE, resolution);
    put(figures, Indicator.FCR, fcr);
    put(figures, Indicator.REOPEN_RATE, reopened);
    put(figures, Indicator.CSAT_TICKET, satisfied);
    put(figures, Indicator.REQUIREMENT_COMPLETION_RATE, completed);
    put(figures, Indicator.EFFICIENCY_GAIN, gain);
    put(figures, Indicator.ROUND_COMPLETION_RATE, rounds);
    return figures;
  }

  private static void put(Map<Indicator, Figure> figures, Indicator indicator, String value) {
    figures.put(indicator, figure(indicator, value, ENOUGH));
  }

  private static Figure figure(Indicator indicator, String value, long denominator) {
    return new Figure(
        indicator,
        Optional.of(number(value)),
        0,
        denominator,
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private static Rating rating(Judge judge, int score) {
    return new Rating(engineer().id(), judge, score, "论文两篇", DIRECTOR, Instant.EPOCH);
  }

  private static Person engineer() {
    return new Person(
        new PersonId("shaojiale"),
        "邵嘉乐",
        Optional.empty(),
        new CampusId("main"),
        Set.of(Role.STAFF, Role.ENGINEER),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        true);
  }

  private static Optional<BigDecimal> points(Assessment one, Part part) {
    return one.line(part).orElseThrow().points();
  }

  private static Section section(Assessment one, Field field) {
    return one.sections().stream().filter(s -> s.field() == field).findFirst().orElseThrow();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
