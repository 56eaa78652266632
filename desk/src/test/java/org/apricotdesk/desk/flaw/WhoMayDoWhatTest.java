package org.apricotdesk.desk.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.web.PagesFixture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Each button against each kind of person, pressed on a ticket that engineer Shao has in hand.
class WhoMayDoWhatTest {
  /// What everybody else is refused: the permissions of the manual, read for this ticket. A `+`
  /// means the wish was granted.
  private static final String TABLE =
      """
                     claim assign transfer release note internal pause resolve priority category merge redirect nudge confirm rate reopen cancel
      newcomer       -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      hejiayi        -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      linxiaoyu      -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      yanqiu         -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      pengyuanqing   -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      reviewer       -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      operator       -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      sunlili        -     -      -        -       +    -        -     -       -        -        -     -        +     -       -    -      -
      gongweiming    -     -      -        -       +    +        -     -       -        -        -     -        -     -       -    -      -
      shaojiale      -     -      +        +       +    +        +     +       +        +        -     -        -     -       -    -      -
      chenyuhang     -     -      -        -       -    -        -     -       -        -        -     -        -     -       -    -      -
      jiangbowen     -     +      +        +       +    +        +     +       +        +        +     -        -     -       -    -      +
      yejiaojiao     -     +      +        +       +    +        +     +       +        +        +     -        -     -       -    -      +
      shenguangyuan  -     +      +        +       +    +        +     +       +        +        +     -        -     -       -    -      +
      """;

  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("assign", List.of("to", "gongweiming")),
          Map.entry("transfer", List.of("to", "team:operations", "reason", "转给备班")),
          Map.entry("release", List.of("reason", "手上有急件")),
          Map.entry("note", List.of("text", "请再试一次", "audience", "public")),
          Map.entry("internal", List.of("text", "备件在库房", "audience", "internal")),
          Map.entry("pause", List.of("kind", "pending_user", "text", "请发一张照片")),
          Map.entry("resolve", List.of("solution", "换了一根数据线", "cause", "hardware")),
          Map.entry("priority", List.of("to", "P2", "reason", "影响发药")),
          Map.entry("category", List.of("to", "printer.laser.jam")),
          Map.entry("redirect", List.of("department", "设备科", "text", "不归信息科")),
          Map.entry("rate", List.of("score", "5")),
          Map.entry("reopen", List.of("text", "还没好")),
          Map.entry("cancel", List.of("reason", "withdrawn", "text", "不用了")));

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  @TempDir static Path folder;
  private static PagesFixture pages;
  private static Ward ward;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    ward = new Ward(db, pages);
    ward.joins("reviewer", Role.AUDITOR);
    ward.joins("operator", Role.SYSADMIN);
  }

  @Test
  @DisplayName(
      "13, 15: each button does for each role what the manual says, and nothing for others")
  void each_button_does_for_each_role_what_the_manual_says() {
    var lines = TABLE.lines().map(line -> List.of(line.strip().split("\\s+", -1))).toList();
    var actions = lines.getFirst();
    var differing = new ArrayList<String>();
    var ticket = ward.inHand("骨一打印机卡纸");
    for (var line : lines.subList(1, lines.size())) {
      for (var i = 0; i < actions.size(); i++) {
        var action = actions.get(i);
        var granted = presses(line.getFirst(), action, ticket);
        if (granted) ticket = ward.inHand("骨一打印机卡纸");
        if (granted != line.get(i + 1).equals("+"))
          differing.add(line.getFirst() + " " + action + " " + granted);
      }
    }
    assertThat(differing).isEmpty();
  }

  private static boolean presses(String who, String action, Ticket ticket) {
    var fields = new ArrayList<>(FIELDS.getOrDefault(action, List.of()));
    if (action.equals("merge")) fields.addAll(List.of("parent", "" + parent()));
    var path = "/tickets/" + ticket.number().value() + "/" + action.replace("internal", "note");
    var answer =
        pages.visitor(new PersonId(who)).sends("/report", path, fields.toArray(String[]::new));
    var changed = ward.ticket(ticket.number().value()).version() != ticket.version();
    assertThat(answer.statusCode())
        .as(() -> who + " " + action + ": " + said(answer))
        .isIn(changed ? OK : NO);
    return changed;
  }

  private static final List<Integer> OK = List.of(200, 404); // who gives it away sees it no more
  private static final List<Integer> NO = List.of(403, 404, 409);

  private static String said(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).select("[role=alert]").text();
  }

  private static long parent() {
    return ward.ofTeam("operations", new PersonId("sunlili"), "骨一打印机卡纸").number().value();
  }
}
