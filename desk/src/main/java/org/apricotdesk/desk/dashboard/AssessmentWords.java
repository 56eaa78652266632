package org.apricotdesk.desk.dashboard;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.assessment.Assessment;
import org.apricotdesk.desk.assessment.Assessment.Line;
import org.apricotdesk.desk.assessment.Assessment.Remark;
import org.apricotdesk.desk.assessment.Assessment.Section;
import org.apricotdesk.desk.assessment.Basis;
import org.apricotdesk.desk.assessment.Part;
import org.apricotdesk.desk.assessment.Weighed;
import org.apricotdesk.desk.indicator.Amounts;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.staff.Tier;
import org.apricotdesk.desk.web.Speech;

/// Says assessments in the reader's language.
record AssessmentWords(Speech speech) {
  static final String NONE = "—";

  String tier(Optional<Tier> tier) {
    return speech.say("tier." + tier.map(Tier::code).orElse("none"));
  }

  String points(Optional<BigDecimal> points) {
    return points.map(p -> p.setScale(2, RoundingMode.HALF_UP).toPlainString()).orElse(NONE);
  }

  String name(Part part) {
    return speech.say("assessment.part." + part.code());
  }

  String name(Section section) {
    return speech.say("field." + section.field().code());
  }

  List<String> remarks(Assessment one) {
    return Arrays.stream(Remark.values())
        .filter(one.remarks()::contains)
        .map(remark -> speech.say("assessment.remark." + remark.code(), one.sample()))
        .toList();
  }

  /// The same in a word or two.
  List<String> marks(Assessment one) {
    return Arrays.stream(Remark.values())
        .filter(one.remarks()::contains)
        .filter(remark -> remark != Remark.NO_MEDIAN) // the score that is missing says so
        .map(remark -> speech.say("assessment.mark." + remark.code()))
        .toList();
  }

  /// What stands for the weight that things without points leave over, too.
  String weight(Weighed one, List<? extends Weighed> all) {
    var share = one.share(all);
    if (share.isEmpty()) return speech.say("assessment.weight.none", one.weight());
    var same = share.get().compareTo(BigDecimal.valueOf(one.weight())) == 0;
    return same
        ? speech.say("assessment.weight", one.weight())
        : speech.say("assessment.weight.shared", one.weight(), share.get());
  }

  /// Such as `技术 82.00 × 70% + 业务 90.00 × 30% = 84.40`.
  String formula(Assessment one) {
    if (one.own().isEmpty()) return "";
    return one.sections().stream()
            .filter(section -> section.points().isPresent())
            .map(section -> term(section, one.sections()))
            .collect(joining(" + "))
        + " = "
        + points(one.own());
  }

  private String term(Section section, List<Section> all) {
    var share = section.share(all).orElseThrow().stripTrailingZeros().toPlainString();
    return name(section) + " " + points(section.points()) + " × " + share + "%";
  }

  String basis(Line line) {
    return switch (line.basis()) {
      case Basis.Counted(var figure) when line.points().isEmpty() ->
          speech.say("figures.few", figure.denominator());
      case Basis.Counted(var figure) -> counted(line.part(), figure);
      case Basis.Failed(var failures) ->
          speech.say("assessment.failed", failures.p1(), failures.p2());
      case Basis.Rated(var ratings) when ratings.isEmpty() -> speech.say("assessment.unrated");
      case Basis.Rated(var ratings) ->
          ratings.stream()
              .map(one -> speech.say("excluded." + one.judge().code()) + " " + one.score())
              .collect(joining(" · "));
      case Basis.Nothing _ -> nothing(line.part());
    };
  }

  private String nothing(Part part) {
    var key = "assessment.nothing." + part.code();
    return speech.say(speech.has(key) ? key : "assessment.nothing");
  }

  private String value(Part part, Figure figure) {
    var value = new Amounts(speech.locale()).say(part.indicator(), figure.value().orElseThrow());
    return figure.isShare()
        ? speech.say("assessment.share", value, figure.numerator(), figure.denominator())
        : speech.say("assessment.of", value, figure.denominator());
  }

  private String counted(Part part, Figure figure) {
    var said = new ArrayList<String>();
    said.add(
        figure.isShareOfFew()
            ? speech.say("figures.counts", figure.numerator(), figure.denominator())
            : value(part, figure));
    Optional.ofNullable(figure.excluded().get("lost_time"))
        .ifPresent(excused -> said.add(speech.say("assessment.excused", excused)));
    return String.join(" · ", said);
  }
}
