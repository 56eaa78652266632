package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.deploy.bench.Staff;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Review;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.staff.PersonId;

/// The doctors' workstation of the outpatient department stops for an hour. Seventy people write
/// within a quarter of an hour; the director declares what the desk suspects, tells how it goes on,
/// and calls the roll when it works again. Whatever else is suspected, the dispatcher dismisses.
final class Outage {
  private static final int REPORTS = 70;
  private static final Duration LASTS = Duration.ofMinutes(62);
  private static final PersonId DIRECTOR = new PersonId("shenguangyuan");
  private static final PersonId DISPATCHER = new PersonId("yejiaojiao");
  private static final String SYSTEM = "his";

  private final People people;
  private final Instant begin;
  private long first = -1;
  private Optional<IncidentNumber> incident = Optional.empty();
  private Optional<Instant> suspected = Optional.empty();
  private int falseAlarms;

  Outage(People people, LocalDate day) {
    this.people = people;
    begin = day.atTime(LocalTime.of(10, 5)).atZone(World.ZONE).toInstant();
  }

  void plan() {
    for (var i = 0; i < REPORTS; i++) {
      var at = begin.plusSeconds(12L * i);
      var reporter = Staff.userid(people.chance().below(600) * 3L);
      people.timetable().at(at, () -> report(reporter));
    }
  }

  private void report(String reporter) {
    if (first < 0) first = people.world().now().getEpochSecond();
    people.app(reporter).says(people.chance().of(Sayings.OUTAGE));
  }

  void hear(World.Happening news) {
    if (!news.isOf("incident") || !news.type().equals("suspected")) return;
    var number = new IncidentNumber(Long.parseLong(news.key()));
    if (incident.isEmpty() && isOurs(number)) {
      incident = Optional.of(number);
      suspected = Optional.of(news.at());
      people.after(Duration.ofMinutes(4), () -> declare(number));
    } else {
      if (!isOurs(number)) falseAlarms++;
      people.after(
          Duration.ofMinutes(6), () -> handle(number, new Wish.Dismiss(DISPATCHER, "各是各的毛病")));
    }
  }

  private boolean isOurs(IncidentNumber number) {
    var now = people.world().now();
    return !now.isBefore(begin)
        && now.isBefore(begin.plus(LASTS))
        && found(number).systems().contains(SYSTEM);
  }

  private void declare(IncidentNumber number) {
    handle(
        number,
        new Wish.Declare(
            DIRECTOR,
            Level.A,
            "门诊医生站打不开",
            Set.of(),
            found(number).area(),
            "登录后一直转圈",
            "已切换到备用应用服务器",
            "先手写处方，恢复后补录",
            Optional.of(begin),
            Optional.empty()));
    for (var minutes : List.of(14, 28, 42))
      people.after(Duration.ofMinutes(minutes), () -> handle(number, update()));
    people.timetable().at(begin.plus(LASTS), () -> restore(number));
  }

  private static Wish update() {
    return new Wish.Update(DIRECTOR, "备用服务器正在启动，部分诊室已能登录", "", Optional.empty());
  }

  private void restore(IncidentNumber number) {
    handle(number, new Wish.Restore(DIRECTOR, "服务已恢复，可以正常开处方", "手写处方请在24小时内补录"));
    people.after(Duration.ofMinutes(5), () -> callRoll(number));
    people.after(Duration.ofHours(5), () -> review(number));
  }

  /// One place still has trouble at first.
  private void callRoll(IncidentNumber number) {
    var places = people.world().desk().incidents().rollCall(number).places();
    for (var place : places) {
      var good = !place.equals(places.getFirst());
      handle(number, new Wish.AnswerCall(DISPATCHER, place.department(), good));
      if (!good)
        people.after(
            Duration.ofMinutes(30),
            () -> handle(number, new Wish.AnswerCall(DISPATCHER, place.department(), true)));
    }
  }

  private void review(IncidentNumber number) {
    var due = people.world().today().plusDays(20);
    var measure = new Review.Measure("增加连接数告警", DIRECTOR, due, false);
    handle(
        number,
        new Wish.WriteReview(
            DIRECTOR,
            new Review("应用服务器连接数耗尽", "监控没有连接数告警", "备用服务器切换顺利", "连接数耗尽", List.of(measure))));
    handle(number, new Wish.Close(DIRECTOR, ""));
  }

  private void handle(IncidentNumber number, Wish wish) {
    var answer = people.world().desk().incidents().handle(number, wish);
    if (answer instanceof Answer.Refused(var why, _))
      throw new IllegalStateException("%s of %s: %s".formatted(wish, number, why));
  }

  private Incident found(IncidentNumber number) {
    return people.world().desk().incidents().find(number).orElseThrow();
  }

  /// How it was seen and told.
  ///
  /// @param noticed from the first report to the suspicion; empty if it never came
  /// @param falseAlarms what was suspected although nothing was down
  record Course(Optional<IncidentNumber> incident, Optional<Duration> noticed, int falseAlarms) {}

  Course course() {
    return new Course(
        incident,
        suspected.map(at -> Duration.ofSeconds(at.getEpochSecond() - first)),
        falseAlarms);
  }
}
