package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.bot.notice.Sayings;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.console.ConsolePages;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.wording.Phrasebook.Look;
import org.apricotdesk.desk.wording.Wordings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The hospital puts what the bot says in its own words.
class WordingTest {
  private static final PersonId DIRECTOR = new PersonId("shenguangyuan");
  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
  }

  @AfterEach
  void close() {
    hospital.close();
  }

  @Test
  void what_was_reworded_is_heard_at_once_in_talk_and_on_cards() {
    var wordings = hospital.desk.wordings();
    wordings.save(DIRECTOR, "dialogue.report.done", "zh", "收到，单号 {0}", 0);
    wordings.save(DIRECTOR, "dialogue.card.title", "zh", "信息中心工单 {0}", 0);
    wordings.save(DIRECTOR, "notice.taken", "zh", "{0} {3}已出发", 0);

    hospital.nurse().says("三楼护士站腕带打不出来 急");
    hospital.nurse().hears("收到，单号 #1001");
    hospital.member("shaojiale").says("接单 1001");
    hospital.nurse().hears("邵嘉乐已出发");

    wordings.save(DIRECTOR, "notice.taken", "zh", "", 1);
    assertThat(wordings.pattern("notice.taken", Locale.SIMPLIFIED_CHINESE)).isEmpty();
  }

  @Test
  void each_message_has_a_name_and_looks_as_people_see_it() {
    var sayings = sayings();
    var console = Texts.of(ConsolePages.class);
    for (var name : sayings.names())
      for (var locale : LANGUAGES) {
        assertThat(console.say(locale, "wording." + name)).isNotBlank();
        var builtIn = sayings.builtIn(name, locale);
        assertThat(Wordings.trouble(builtIn, builtIn)).as(name).isEmpty();
        assertThat(seen(sayings.look(name, locale, builtIn)))
            .as(name)
            .isNotBlank()
            .doesNotContain("{");
      }
  }

  @Test
  void a_draft_is_seen_where_it_will_stand() {
    var sayings = sayings();
    for (var name : sayings.names())
      assertThat(seen(sayings.look(name, Locale.SIMPLIFIED_CHINESE, "新的说法")))
          .as(name)
          .contains("新的说法");
  }

  private Sayings sayings() {
    var desk = hospital.desk;
    return new Sayings(
        (locale, rewording) ->
            new Speech(desk.people(), hospital.clock, Hospital.ZONE, locale, rewording),
        speech -> new Cards(desk.tickets(), desk.incidents(), speech, "https://desk.example"),
        desk.people());
  }

  private static String seen(Look look) {
    return switch (look) {
      case Look.Said(var text) -> text;
      case Look.Card(var title, var line, var text, var _, var buttons, var _) ->
          String.join("\n", title, line, text, String.join("\n", buttons));
    };
  }
}
