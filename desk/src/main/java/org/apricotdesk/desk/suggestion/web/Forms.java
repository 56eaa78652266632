package org.apricotdesk.desk.suggestion.web;

import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.suggestion.Baseline;
import org.apricotdesk.desk.suggestion.Layer;
import org.apricotdesk.desk.suggestion.RejectionReason;
import org.apricotdesk.desk.suggestion.Score;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.suggestion.Wish;

/// Reads wishes from forms; empty if somebody sent what no form of ours sends.
///
/// @param side whom the reader speaks for as a reviewer
record Forms(PersonId by, Score.Side side, MultiMap form) {

  Optional<Wish> wish(String action) {
    try {
      return Optional.ofNullable(
          switch (action) {
            case "triage" -> new Wish.Triage(by, Layer.of(text("layer")), new TeamId(text("team")));
            case "merge" ->
                new Wish.MergeInto(by, new SuggestionNumber(Long.parseLong(text("other"))));
            case "second" -> new Wish.Second(by);
            case "review" -> new Wish.Review(by);
            case "vote" -> new Wish.Vote(by, score());
            case "assess" -> new Wish.Assess(by, Integer.parseInt(text("feasibility")));
            case "approve" ->
                new Wish.Approve(
                    by, new PersonId(text("owner")), LocalDate.parse(text("end")), text("note"));
            case "defer" -> new Wish.Defer(by, text("note"));
            case "reject" ->
                new Wish.Reject(
                    by,
                    RejectionReason.valueOf(text("reason").toUpperCase(Locale.ROOT)),
                    text("text"));
            case "baseline" -> new Wish.SetBaseline(by, baseline());
            case "advance" ->
                new Wish.Advance(
                    by, Stage.of(text("to")), departments(), text("note"), text("skip"));
            case "measure" -> new Wish.Measure(by, number("value"), text("note"));
            case "feedback" -> new Wish.FeedBack(by, text("text"));
            case "withdraw" -> new Wish.Withdraw(by);
            default -> null;
          });
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private Score score() {
    return new Score(
        by,
        side,
        number("safety"),
        number("frequency"),
        number("regulation"),
        number("quality"),
        number("efficiency"),
        number("cost"),
        number("coverage"));
  }

  private Baseline baseline() {
    return new Baseline(
        text("indicator"), text("source"), text("unit"), number("before"), number("target"));
  }

  private Set<DepartmentId> departments() {
    return form.getAll("pilot").stream()
        .filter(value -> !value.isBlank())
        .map(DepartmentId::new)
        .collect(Collectors.toSet());
  }

  private BigDecimal number(String name) {
    var typed = text(name);
    if (typed.length() > 15) throw new IllegalArgumentException("no number: " + name);
    return new BigDecimal(typed);
  }

  private String text(String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
