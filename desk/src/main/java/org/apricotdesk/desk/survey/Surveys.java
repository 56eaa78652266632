package org.apricotdesk.desk.survey;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// The survey of every quarter: opened by itself in its last month, twice reminded of, closed after
/// three weeks. Answers carry no name.
public final class Surveys {
  private static final Duration OPEN = Duration.ofDays(21);
  private static final int REMINDERS = 2;
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration TIME_TO_READ = Duration.ofSeconds(20);

  private static final String OPEN_ONE =
      "INSERT INTO desk.survey (quarter, opened_at, closes_at) VALUES ($1, $2, $3)"
          + " ON CONFLICT DO NOTHING";

  private static final String INVITE =
      "INSERT INTO desk.survey_invitation (quarter, person, department) VALUES ($1, $2, $3)";

  private static final String RUNNING =
      "SELECT quarter, opened_at, closes_at FROM desk.survey WHERE closes_at > $1"
          + " ORDER BY quarter DESC LIMIT 1";

  private static final String LATE =
      """
      UPDATE desk.survey_invitation SET reminders = $2
       WHERE quarter = $1 AND NOT answered AND reminders < $2
      RETURNING person
      """;

  private static final String LOOKED =
      """
      UPDATE desk.survey_invitation SET looked_at = coalesce(looked_at, $3)
       WHERE quarter = $1 AND person = $2 AND NOT answered
      RETURNING department, looked_at
      """;

  private static final String ANSWERED =
      """
      UPDATE desk.survey_invitation SET answered = true
       WHERE quarter = $1 AND person = $2 AND NOT answered
      RETURNING department, looked_at
      """;

  private static final String KEEP =
      """
      INSERT INTO desk.survey_form (quarter, department, answers, best, worst, valid)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private final Database database;
  private final EventLog log;
  private final Sample sample;
  private final SurveyReport report;
  private final Masker masker;
  private final Clock clock;
  private final ZoneId zone;

  public Surveys(
      Database database, EventLog log, People people, Access access, Clock clock, ZoneId zone) {
    this.database = database;
    this.log = log;
    this.sample = new Sample(people, access);
    this.report = new SurveyReport(database, people);
    this.masker = new Masker(people::isStaffName);
    this.clock = clock;
    this.zone = zone;
  }

  /// A survey that can be answered now.
  public record Running(String quarter, Instant opened, Instant closes) {}

  /// Opens the quarter's survey when its time has come, and reminds of it.
  ///
  /// @return how many people were asked or reminded
  public int work() {
    var running = running();
    return running.isPresent() ? remind(running.get()) : openIfDue();
  }

  private int openIfDue() {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, zone);
    var first = LocalDate.of(today.getYear(), (today.getMonthValue() + 2) / 3 * 3, 1);
    var begins = workday(first).atTime(MORNING).atZone(zone).toInstant();
    if (now.isBefore(begins) || !now.isBefore(begins.plus(OPEN))) return 0;
    return database.inTransaction(tx -> open(tx, quarter(today), begins.plus(OPEN)));
  }

  private static LocalDate workday(LocalDate day) {
    var free = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return free ? workday(day.plusDays(1)) : day;
  }

  private static String quarter(LocalDate day) {
    return day.getYear() + "Q" + (day.getMonthValue() + 2) / 3;
  }

  private int open(SqlConnection tx, String quarter, Instant closes) {
    var row = Tuple.of(quarter, utc(clock.instant()), utc(closes));
    if (tx.preparedQuery(OPEN_ONE).execute(row).await().rowCount() == 0) return 0;
    var people = sample.of(quarter);
    if (people.isEmpty()) return 0;
    var rows =
        people.stream()
            .map(one -> Tuple.of(quarter, one.id().value(), one.department().orElseThrow().value()))
            .toList();
    tx.preparedQuery(INVITE).executeBatch(rows).await();
    tell(tx, quarter, 1, SurveyEvent.INVITED, people.stream().map(Person::id).toList(), closes);
    return people.size();
  }

  /// After one week and after two, whoever has not answered.
  private int remind(Running running) {
    var weeks = (int) (Duration.between(running.opened(), clock.instant()).toDays() / 7);
    var times = Math.min(weeks, REMINDERS);
    return times < 1 ? 0 : database.inTransaction(tx -> remind(tx, running, times));
  }

  private int remind(SqlConnection tx, Running running, int times) {
    var late =
        tx.preparedQuery(LATE).execute(Tuple.of(running.quarter(), times)).await().stream()
            .map(row -> new PersonId(row.getString("person")))
            .toList();
    if (!late.isEmpty())
      tell(tx, running.quarter(), times + 1, SurveyEvent.REMINDED, late, running.closes());
    return late.size();
  }

  private void tell(
      SqlConnection tx,
      String quarter,
      int sequence,
      String type,
      List<PersonId> people,
      Instant closes) {
    var payload = Facts.of(new SurveyEvent.Asked(people, closes));
    log.append(
        tx,
        new NewEvent(
            SurveyEvent.STREAM,
            quarter,
            sequence,
            type,
            clock.instant(),
            PersonId.SYSTEM.value(),
            payload));
  }

  public Optional<Running> running() {
    var now = Tuple.of(utc(clock.instant()));
    return database.pool().preparedQuery(RUNNING).execute(now).await().stream()
        .findFirst()
        .map(
            row ->
                new Running(
                    row.getString("quarter"),
                    row.getOffsetDateTime("opened_at").toInstant(),
                    row.getOffsetDateTime("closes_at").toInstant()));
  }

  /// The survey this person is asked to answer and has not; from now on their time counts.
  public Optional<Running> begin(PersonId who) {
    return running()
        .filter(
            one ->
                database
                        .pool()
                        .preparedQuery(LOOKED)
                        .execute(Tuple.of(one.quarter(), who.value(), utc(clock.instant())))
                        .await()
                        .rowCount()
                    == 1);
  }

  /// What became of a form.
  public enum Result {
    TAKEN,
    NOT_ASKED,
    MALFORMED
  }

  /// Takes a form without keeping whose it is. One filled in within seconds does not count.
  public Result answer(PersonId who, Form form) {
    if (!form.inRange()) return Result.MALFORMED;
    return running()
        .map(one -> database.inTransaction(tx -> answer(tx, one.quarter(), who, form)))
        .orElse(Result.NOT_ASKED);
  }

  private Result answer(SqlConnection tx, String quarter, PersonId who, Form form) {
    var asked = tx.preparedQuery(ANSWERED).execute(Tuple.of(quarter, who.value())).await();
    if (asked.rowCount() == 0) return Result.NOT_ASKED;
    var row = asked.iterator().next();
    var read =
        Optional.ofNullable(row.getOffsetDateTime("looked_at"))
            .map(OffsetDateTime::toInstant)
            .filter(at -> !at.plus(TIME_TO_READ).isAfter(clock.instant()))
            .isPresent();
    var answers = form.answers().stream().map(a -> a.orElse(0).shortValue()).toArray(Short[]::new);
    var kept =
        Tuple.of(quarter, row.getString("department"))
            .addArrayOfShort(answers)
            .addString(masker.mask(form.best()).text())
            .addString(masker.mask(form.worst()).text())
            .addBoolean(read && form.answersEnough());
    tx.preparedQuery(KEEP).execute(kept).await();
    return Result.TAKEN;
  }

  /// The newest quarters first.
  public List<String> quarters() {
    return report.quarters();
  }

  public SurveyResults results(String quarter) {
    return report.of(quarter);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
