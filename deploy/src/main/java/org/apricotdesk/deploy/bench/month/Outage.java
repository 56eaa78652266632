package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.deploy.bench.Staff;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.staff.DepartmentId;

/// The doctors' workstation of the outpatient department stops for an hour. Seventy people write
/// within a quarter of an hour; the director declares what the desk suspects and tells on its page
/// how it goes on; when it works again, those who reported it answer the roll call by a tap.
/// Whatever else is suspected, the dispatcher dismisses.
final class Outage {
  private static final int REPORTS = 70;
  private static final Duration LASTS = Duration.ofMinutes(62);
  private static final String DIRECTOR = "shenguangyuan";
  private static final String DISPATCHER = "yejiaojiao";
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
          Duration.ofMinutes(6),
          () -> does(DISPATCHER, number, "dismiss", List.of("reason", "各是各的毛病")));
    }
  }

  private boolean isOurs(IncidentNumber number) {
    var now = people.world().now();
    return !now.isBefore(begin)
        && now.isBefore(begin.plus(LASTS))
        && found(number).systems().contains(SYSTEM);
  }

  private void declare(IncidentNumber number) {
    var area = found(number).area();
    var form = new ArrayList<String>();
    add(form, "level", "A");
    add(form, "title", "门诊医生站打不开");
    add(form, "extent", area.extent().code());
    area.campuses().forEach(campus -> add(form, "campus", campus.value()));
    area.departments().forEach(department -> add(form, "department", department.value()));
    add(form, "symptom", "登录后一直转圈");
    add(form, "action", "已切换到备用应用服务器");
    add(form, "workaround", "先手写处方，恢复后补录");
    add(form, "started", LocalDateTime.ofInstant(begin, World.ZONE).toString());
    does(DIRECTOR, number, "declare", form);
    for (var minutes : List.of(14, 28, 42))
      people.after(
          Duration.ofMinutes(minutes),
          () -> does(DIRECTOR, number, "update", List.of("text", "备用服务器正在启动，部分诊室已能登录")));
    people.timetable().at(begin.plus(LASTS), () -> restore(number));
  }

  private static void add(List<String> form, String name, String value) {
    form.add(name);
    form.add(value);
  }

  private void restore(IncidentNumber number) {
    var told = List.of("text", "服务已恢复，可以正常开处方", "backfill", "手写处方请在24小时内补录");
    does(DIRECTOR, number, "restore", told);
    people.after(Duration.ofMinutes(5), () -> callRoll(number));
    people.after(Duration.ofHours(5), () -> review(number));
  }

  /// For each place one who reported it answers the card. One place still has trouble at first; the
  /// dispatcher notes when it has not any more.
  private void callRoll(IncidentNumber number) {
    var trouble = true;
    for (var place : people.world().desk().incidents().rollCall(number).places()) {
      answers(number, place.department(), trouble ? "还没好" : "好了");
      if (trouble)
        people.after(
            Duration.ofMinutes(30),
            () ->
                does(
                    DISPATCHER,
                    number,
                    "answer",
                    List.of("department", place.department().value(), "works", "yes")));
      trouble = false;
    }
  }

  private void answers(IncidentNumber number, DepartmentId department, String button) {
    people.world().desk().incidents().reports(number).stream()
        .filter(report -> report.department().equals(Optional.of(department)))
        .map(report -> people.app(report.reporter().value()))
        .filter(phone -> phone.card("好了").isPresent())
        .findFirst()
        .ifPresent(phone -> phone.taps(phone.card("好了").orElseThrow(), button));
  }

  private void review(IncidentNumber number) {
    var due = people.world().today().plusDays(20);
    var written =
        List.of(
            "cause", "应用服务器连接数耗尽",
            "detection", "监控没有连接数告警",
            "worked", "备用服务器切换顺利",
            "public", "连接数耗尽",
            "measure0", "增加连接数告警",
            "owner0", DIRECTOR,
            "due0", due.toString());
    does(DIRECTOR, number, "review", written);
    does(DIRECTOR, number, "close", List.of());
  }

  private void does(String who, IncidentNumber number, String action, List<String> form) {
    var page = "/incidents/" + number.value();
    people.browser(who).sends(page, page + "/" + action, form);
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
