package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.apricotdesk.bot.simulator.Bubble;

/// The engineers: whoever is asked takes work or lets it pass, several at once if several are
/// asked; works on it, asks back, waits for a vendor, hands over, gives back, solves.
final class Engineers {
  private static final String TAKE = "接单";

  /// Who takes over what others hand on.
  private static final List<String> COLLEAGUES = List.of("林晓昱", "邵嘉乐", "方哲远");

  private final People people;

  Engineers(People people) {
    this.people = people;
  }

  void hear(World.Happening news) {
    if (!news.isOf("ticket")) return;
    var ticket = Long.parseLong(news.key());
    switch (news.type()) {
      case "escalated" -> asked(ticket, asked(news));
      case "claimed", "accepted" -> taken(ticket, news.actor());
      case "transferred" -> handedOver(ticket, news.payload().getString("to", ""));
      case "reopened" -> takenAgain(ticket);
      case "resumed" -> takenAgain(ticket);
      default -> {} // nothing to do about it
    }
  }

  private static List<String> asked(World.Happening news) {
    return news.payload().getJsonArray("to").stream().map(String::valueOf).toList();
  }

  /// One alone takes it in three of four cases; of many some tap at the same moment.
  private void asked(long ticket, List<String> who) {
    var chance = people.chance();
    if (who.isEmpty() || (who.size() < 3 && !chance.in(0.8))) return;
    var some = who.size() < 3 ? List.of(chance.of(who)) : who.subList(0, Math.min(5, who.size()));
    people.after(Duration.ofSeconds(patience(ticket)), () -> take(ticket, some));
  }

  private long patience(long ticket) {
    var chance = people.chance();
    return switch (Ticket.of(people.world(), ticket).priority()) {
      case "P1" -> 15 + chance.below(60);
      case "P2" -> 20 + chance.below(150);
      case "P3" -> 30 + chance.below(700);
      default -> 60 + chance.below(3000);
    };
  }

  private void take(long ticket, List<String> who) {
    if (!Ticket.of(people.world(), ticket).isUnclaimed()) return;
    var ready =
        who.stream().map(people::app).filter(p -> p.card(ticket, TAKE).isPresent()).toList();
    if (ready.isEmpty()) people.app(who.getFirst()).says(TAKE + " " + ticket);
    else if (ready.size() == 1) ready.getFirst().does(ticket, TAKE);
    else race(ticket, ready);
  }

  /// They tap at the same moment; afterwards nobody's card may offer it any more.
  private void race(long ticket, List<Phone> who) {
    people.tally().races.incrementAndGet();
    people.tally().racers.addAndGet(who.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var phone : who) {
        Bubble card = phone.card(ticket, TAKE).orElseThrow();
        var _ = threads.submit(() -> phone.taps(card, TAKE));
      }
    }
    people.world().settle();
    var untold = who.stream().filter(phone -> phone.card(ticket, TAKE).isPresent()).count();
    people.tally().untold.addAndGet(untold);
  }

  private void taken(long ticket, String by) {
    var chance = people.chance();
    var urgent = Ticket.of(people.world(), ticket).isUrgent();
    var pick = chance.below(100);
    if (pick < 8) inHand(ticket, by, 15, "等用户 " + ticket + " 请问是哪一台，什么时候开始的");
    else if (pick < 13) vendor(ticket, by);
    else if (pick < 19)
      inHand(ticket, by, 10, "转派 %d %s 需要他来看".formatted(ticket, chance.of(COLLEAGUES)));
    else if (pick < 22) inHand(ticket, by, 5, "退单 " + ticket + " 手上有急诊的事");
    else solve(ticket, by, urgent ? 18 : 55);
  }

  private void vendor(long ticket, String by) {
    inHand(ticket, by, 20, "等厂商 " + ticket + " 东软 单号A" + ticket + " 明天15:00");
    people.after(
        people.chance().minutes(180, 1500),
        () -> {
          if (Ticket.of(people.world(), ticket).status().equals("pending_vendor"))
            people.app(by).says("继续 " + ticket);
        });
  }

  /// Goes on once it is theirs again.
  private void takenAgain(long ticket) {
    var owner = Ticket.of(people.world(), ticket).assignee();
    if (!owner.isEmpty()) solve(ticket, owner, 40);
  }

  private void handedOver(long ticket, String to) {
    if (!to.isEmpty() && people.chance().in(0.9))
      people.after(people.chance().minutes(2, 20), () -> accept(ticket, to));
  }

  private void accept(long ticket, String to) {
    if (Ticket.of(people.world(), ticket).isUnclaimed()) people.app(to).does(ticket, TAKE);
  }

  private void inHand(long ticket, String by, int middle, String words) {
    people.after(
        people.chance().work(middle),
        () -> {
          if (Ticket.of(people.world(), ticket).isInHandOf(by)) people.app(by).says(words);
        });
  }

  private void solve(long ticket, String by, int middle) {
    people.after(people.chance().work(middle), () -> solved(ticket, by));
  }

  /// Whatever has no category yet gets one first.
  private void solved(long ticket, String by) {
    if (!Ticket.of(people.world(), ticket).isInHandOf(by)) return;
    var phone = people.app(by);
    var words = "解决 %d %s".formatted(ticket, people.chance().of(Sayings.REPAIRS));
    phone.says(words);
    if (!Ticket.of(people.world(), ticket).isInHandOf(by)) return;
    phone.says("分类 " + ticket + " workstation.pc.slow");
    phone.says(words);
  }
}
