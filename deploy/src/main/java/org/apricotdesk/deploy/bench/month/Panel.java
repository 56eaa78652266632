package org.apricotdesk.deploy.bench.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;

/// The joint review: a wish that somebody said in chat is put on the agenda, five people of the
/// wards, the functional departments and the information department give their marks, and the
/// director decides by the score.
final class Panel {
  private static final String LEAD = "jiangbowen";
  private static final String DIRECTOR = "shenguangyuan";
  private static final List<String> MEMBERS =
      List.of("pengyuanqing", "yanqiu", "liuwenjing", "hejiayi", "shaojiale");
  private static final List<String> ASKED =
      List.of("safety", "frequency", "regulation", "quality", "efficiency", "cost", "coverage");

  private final People people;
  private final LocalDate day;
  private Optional<String> reviewed = Optional.empty();

  Panel(People people, LocalDate day) {
    this.people = people;
    this.day = day;
  }

  void plan() {
    var afternoon = day.atTime(15, 0).atZone(World.ZONE).toInstant();
    people.timetable().at(afternoon, this::meets);
  }

  private void meets() {
    people.world().desk().suggestions().list(Set.of(Stage.SUBMITTED), Optional.empty(), 20).stream()
        .filter(one -> !MEMBERS.contains(one.proposer().value()))
        .findFirst()
        .ifPresent(this::reviews);
  }

  private void reviews(Suggestion wish) {
    var page = "/suggestions/" + wish.number().value();
    does(LEAD, page, "triage", List.of("layer", "efficiency", "team", "clinical"));
    does(LEAD, page, "review", List.of());
    for (var member : MEMBERS) does(member, page, "vote", marks());
    does(LEAD, page, "assess", List.of("feasibility", "4"));
    var end = people.world().today().plusDays(60);
    does(DIRECTOR, page, "approve", List.of("owner", "shaojiale", "end", end.toString()));
    reviewed = Optional.of("" + wish.number().value());
  }

  /// From three to five, in halves: the score is surely enough to be planned.
  private List<String> marks() {
    var marks = new ArrayList<String>();
    for (var about : ASKED) {
      marks.add(about);
      marks.add("" + (6 + people.chance().below(5)) / 2.0);
    }
    return marks;
  }

  private void does(String who, String page, String action, List<String> form) {
    people.browser(who).sends(page, page + "/" + action, form);
  }

  /// The number of the wish that was reviewed; empty if nobody wished for anything.
  Optional<String> reviewed() {
    return reviewed;
  }
}
