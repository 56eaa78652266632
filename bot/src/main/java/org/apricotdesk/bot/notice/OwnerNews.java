package org.apricotdesk.bot.notice;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.Article;

/// Tells owners which of their articles have to be looked over soon, once for each review day, and
/// which do not help, once a week. Safe to run on every instance and at any time.
public final class OwnerNews {
  private static final String PURPOSE = "article";
  private static final int DAYS_AHEAD = 7;

  private final Database database;
  private final Deliveries deliveries;
  private final People people;
  private final Words words;
  private final Clock clock;
  private final ZoneId zone;

  public OwnerNews(
      Database database,
      Deliveries deliveries,
      People people,
      Words words,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.deliveries = deliveries;
    this.people = people;
    this.words = words;
    this.clock = clock;
    this.zone = zone;
  }

  public void tell(Knowledge knowledge) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var told = new ArrayList<Delivery>();
    for (var article : knowledge.articles().toReview(today.plusDays(DAYS_AHEAD))) {
      var day = article.content().reviewOn().map(LocalDate::toString).orElse("");
      add(told, article, "review", day, day);
    }
    var week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    for (var article : knowledge.articles().find(knowledge.feedback().flagged())) {
      add(told, article, "rewrite", week, "");
    }
    if (!told.isEmpty()) keep(told);
  }

  private void keep(List<Delivery> told) {
    database.inTransaction(
        tx -> {
          deliveries.add(tx, told);
          return told.size();
        });
  }

  private void add(List<Delivery> told, Article article, String what, String once, String day) {
    var owner = owner(article);
    if (owner.isEmpty()) return;
    var id = article.id().value();
    var text = words.say("article." + what, id, article.content().title(), day);
    told.add(
        new Delivery(
            PURPOSE + ":" + what + ":" + id + ":" + once,
            new Address.Member(owner.get().id().value()),
            PURPOSE,
            Optional.empty(),
            3,
            Optional.empty(),
            Bodies.text(text),
            clock.instant()));
  }

  private Optional<Person> owner(Article article) {
    var owner = article.content().owner();
    if (!owner.matches("[A-Za-z0-9_.@-]{1,64}")) return Optional.empty();
    return people.find(new PersonId(owner)).filter(Person::active);
  }
}
