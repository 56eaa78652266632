package org.apricotdesk.desk.suggestion.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.suggestion.Score;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionEvent;
import org.apricotdesk.desk.suggestion.SuggestionEvent.What;
import org.apricotdesk.desk.web.Speech;

/// Puts together what the page of a suggestion shows to whom. What it offers is only what the rules
/// would grant by role; they still decide.
record Views(Desk desk, Database database) {
  private static final int CANDIDATES = 5;

  SuggestionPage of(Person reader, Speech speech, Suggestion suggestion, Optional<String> problem) {
    var offered = offered(reader, suggestion);
    var triages = offered.contains("triage");
    return new SuggestionPage(
        suggestion,
        name(suggestion.proposer()),
        suggestion.department().flatMap(desk.people()::department).map(Department::name),
        suggestion.owner().map(this::name),
        offered,
        offered.contains("advance") ? desk.suggestions().next(suggestion) : List.of(),
        triages ? alike(suggestion) : List.of(),
        triages ? desk.people().teams() : List.of(),
        offered.contains("approve") ? desk.people().having(Role.ENGINEER) : List.of(),
        offered.contains("advance") ? desk.people().departments() : List.of(),
        desk.suggestions().history(suggestion.number()).reversed().stream()
            .map(event -> happening(speech, event))
            .toList(),
        problem);
  }

  private List<Suggestion> alike(Suggestion suggestion) {
    return desk.suggestions().alike(database.pool(), suggestion.text(), CANDIDATES + 1).stream()
        .filter(other -> !other.number().equals(suggestion.number()))
        .toList();
  }

  private static Set<String> offered(Person reader, Suggestion suggestion) {
    var offered = new HashSet<String>();
    var stage = suggestion.stage();
    var mine = reader.id().equals(suggestion.proposer());
    var directs = reader.is(Role.DIRECTOR) || reader.is(Role.DEPUTY_DIRECTOR);
    var leads = directs || reader.is(Role.TEAM_LEAD);
    var decides = directs || reader.is(Role.CMIO);
    var triages = leads || reader.is(Role.DISPATCHER) || reader.is(Role.CMIO);
    var makes = leads || suggestion.owner().equals(Optional.of(reader.id()));
    if (!mine && !stage.isOver() && !suggestion.supporters().contains(reader.id()))
      offered.add("second");
    if (mine && stage.compareTo(Stage.ACCEPTED) < 0 && !stage.isOver()) offered.add("withdraw");
    if (triages && (stage == Stage.SUBMITTED || stage == Stage.TRIAGED)) offered.add("triage");
    if (triages && (stage == Stage.TRIAGED || stage == Stage.DEFERRED)) offered.add("review");
    if (stage == Stage.IN_REVIEW && !mine && (votes(reader) || leads)) offered.add("vote");
    if ((leads || reader.is(Role.ENGINEER)) && (stage == Stage.TRIAGED || stage == Stage.IN_REVIEW))
      offered.add("assess");
    if (decides && (stage == Stage.IN_REVIEW || stage == Stage.TRIAGED)) offered.add("approve");
    if (decides && stage.compareTo(Stage.APPROVED) < 0 && stage != Stage.REJECTED)
      offered.addAll(Set.of("defer", "reject"));
    if (makes && (stage.isBeingMade() || stage == Stage.FAILED)) offered.add("advance");
    if (makes && stage.isBeingMade() && stage.compareTo(Stage.PILOTING) < 0)
      offered.add("baseline");
    if (decides && stage == Stage.ACCEPTANCE) offered.add("measure");
    if ((makes || triages)
        && (stage == Stage.ACCEPTED || stage == Stage.FAILED || stage == Stage.REJECTED))
      offered.add("feedback");
    return offered;
  }

  private static boolean votes(Person reader) {
    return reader.is(Role.CMIO)
        || reader.is(Role.CLINICAL_REVIEWER)
        || reader.is(Role.FUNCTIONAL_APPROVER)
        || reader.is(Role.LIAISON)
        || reader.is(Role.ENGINEER);
  }

  /// Whom somebody speaks for in the panel.
  Score.Side side(Person reader) {
    if (desk.access().deskStaff(reader)) return Score.Side.IT;
    return reader.is(Role.FUNCTIONAL_APPROVER) ? Score.Side.FUNCTIONAL : Score.Side.CLINICAL;
  }

  private SuggestionPage.Happening happening(Speech speech, SuggestionEvent event) {
    return new SuggestionPage.Happening(event.at(), name(event.by()), text(speech, event.what()));
  }

  private String text(Speech speech, What what) {
    var key = "event." + what.type();
    return switch (what) {
      case What.Submitted _, What.Withdrawn() -> speech.say(key);
      case What.Triaged(var layer, var _) -> speech.say(key, speech.say("layer." + layer.code()));
      case What.MergedInto(var into) -> speech.say(key, "S" + into);
      case What.Seconded(var who) -> speech.say(key, who.stream().map(this::name).toList());
      case What.Scored _ -> speech.say(key);
      case What.Assessed(var mark) -> speech.say(key, mark);
      case What.Approved(var owner, var end, var note) ->
          speech.say(key, name(owner), end.toString(), note);
      case What.Deferred(var note) -> speech.say(key, note);
      case What.Rejected(var reason, var words) ->
          speech.say(key, speech.say("reason." + reason.code()), words);
      case What.Measurable(var baseline) ->
          speech.say(
              key,
              baseline.indicator(),
              baseline.before().toPlainString(),
              baseline.target().toPlainString(),
              baseline.unit());
      case What.Moved moved ->
          speech.say(
              moved.skipped().isEmpty() ? key : "event.moved.skipping",
              speech.say("stage." + moved.to().code()),
              moved.note(),
              moved.skipped());
      case What.Measured(var value, var result, var gain, var _) ->
          speech.say(
              key,
              value.toPlainString(),
              gain.toPlainString(),
              speech.say("result." + result.name().toLowerCase(java.util.Locale.ROOT)));
      case What.FedBack(var words) -> speech.say(key, words);
    };
  }

  private String name(PersonId id) {
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }
}
