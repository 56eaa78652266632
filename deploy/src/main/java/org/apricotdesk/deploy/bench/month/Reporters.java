package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.deploy.bench.Staff;

/// The wards: what they report and ask over a day, and how they go on with what they are answered.
final class Reporters {
  private static final int PEOPLE = 5000;
  private static final int TURNS = 4;
  private static final String USELESS = "没用";

  /// Of a working day by hour, in thousandths; domain §22.
  private static final int[] HOURS = {
    6, 5, 4, 4, 5, 8, 14, 40, 195, 175, 90, 70, 30, 50, 90, 75, 45, 35, 18, 14, 11, 9, 7, 6
  };

  private final People people;

  Reporters(People people) {
    this.people = people;
  }

  /// @param usual how many write on such a day
  void plan(LocalDate day, int usual) {
    var midnight = day.atStartOfDay(World.ZONE).toInstant();
    for (var i = people.chance().around(usual); i > 0; i--) {
      var at = midnight.plus(Duration.ofMinutes(people.chance().minuteOf(HOURS)));
      people.timetable().at(at, this::writes);
    }
  }

  private void writes() {
    var chance = people.chance();
    var phone =
        chance.in(0.1)
            ? people.ward(chance.of(people.world().ward()))
            : people.app(Staff.userid(chance.below(PEOPLE)));
    phone.says(words());
    people.after(
        chance.minutes(1, 4),
        () -> {
          goOn(phone, TURNS);
          later(phone);
        });
  }

  private String words() {
    var chance = people.chance();
    var pick = chance.below(100);
    if (pick < 76) return chance.of(Sayings.TROUBLES);
    if (pick < 80) return chance.of(Sayings.URGENT);
    if (pick < 90) return chance.of(Sayings.QUESTIONS);
    return chance.of(pick < 95 ? Sayings.WISHES : Sayings.SMALL_TALK);
  }

  /// Answers what is asked back, and says whether advice helped.
  private void goOn(Phone phone, int turns) {
    if (turns == 0 || judges(phone)) return;
    var words = answer(phone.heard());
    if (words.isEmpty()) return;
    phone.says(words.get());
    people.after(people.chance().minutes(1, 4), () -> goOn(phone, turns - 1));
  }

  /// Four of five say by a tap whether advice helped.
  private boolean judges(Phone phone) {
    var card = phone.card(USELESS);
    if (card.isEmpty()) return false;
    var pick = people.chance().below(10);
    if (pick < 8) phone.taps(card.get(), pick < 3 ? "有用" : pick < 6 ? USELESS : "找人工");
    return true;
  }

  private Optional<String> answer(String heard) {
    if (heard.contains("哪个院区")) return Optional.of("本部");
    if (heard.contains("哪个科室")) return Optional.of("骨一科");
    if (heard.contains("哪一台")) return Optional.of("护士站靠窗那台");
    if (heard.contains("只有你这台")) return Optional.of("就我这台");
    if (heard.contains("什么现象")) return Optional.of("点了没反应");
    if (heard.contains("没看懂")) return Optional.of("人工");
    if (heard.contains("回数字看步骤")) return Optional.of("1");
    if (heard.contains("解决了回“有用”"))
      return Optional.of(people.chance().of(List.of("有用", USELESS, USELESS, "人工")));
    return Optional.empty();
  }

  /// Some look after it, some find that it works again.
  private void later(Phone phone) {
    var number = phone.number();
    if (number.isEmpty()) return;
    var chance = people.chance();
    var ticket = number.getAsLong();
    var pick = chance.below(100);
    if (pick < 4) people.after(chance.minutes(15, 40), () -> phone.says("催一下 " + ticket));
    else if (pick < 8) people.after(chance.minutes(10, 90), () -> phone.says("进度 " + ticket));
    else if (pick < 11) people.after(chance.minutes(2, 15), () -> phone.says("撤销 " + ticket));
  }

  /// What a reporter does about how their ticket goes on.
  void hear(World.Happening news) {
    if (!news.isOf("ticket")) return;
    var ticket = Long.parseLong(news.key());
    switch (news.type()) {
      case "paused" -> {
        if (news.payload().getString("kind").equals("pending_user")) asked(ticket);
      }
      case "resolved" -> solved(ticket);
      default -> {} // nothing to say about it
    }
  }

  /// Three of four answer an engineer's question.
  private void asked(long ticket) {
    if (people.chance().in(0.75))
      people.after(
          people.chance().minutes(10, 180),
          () -> people.app(requester(ticket)).says(ticket + " 是靠窗那台，今天早上开始的"));
  }

  private void solved(long ticket) {
    var pick = people.chance().below(100);
    var mark = pick < 38 ? "满意" : pick < 43 ? "一般" : pick < 46 ? "不满意" : pick < 50 ? "还没好" : "";
    if (!mark.isEmpty())
      people.after(
          people.chance().minutes(3, 300), () -> people.app(requester(ticket)).does(ticket, mark));
  }

  private String requester(long ticket) {
    return Ticket.of(people.world(), ticket).requester();
  }
}
