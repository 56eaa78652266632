package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.target.SampleCalendar.SHANGHAI;
import static org.apricotdesk.desk.target.SampleCalendar.YEAR_2026;
import static org.apricotdesk.desk.target.SampleCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.OrgImport;
import org.apricotdesk.desk.staff.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadingACalendarTest {
  @RegisterExtension static final TestDatabase DB = TestDatabase.with("desk");
  private static final CampusId MAIN = new CampusId("main");
  private static final CampusId EAST = new CampusId("east");

  private final AdjustableClock clock = AdjustableClock.at(at("2026-01-05 09:00"));
  private People people;
  private Calendars calendars;

  @BeforeAll
  void theHospital() {
    people = new People(DB.database(), List.of());
    new OrgImport(DB.database(), people).load(SampleHospital.org(), (_, _) -> {});
  }

  @BeforeEach
  void nothingLoadedYet() {
    DB.database().pool().query("DELETE FROM desk.calendar").execute().await();
    DB.database().pool().query("UPDATE desk.revision SET value = value + 1").execute().await();
    calendars = new Calendars(DB.database(), SHANGHAI);
  }

  @Test
  void without_a_calendar_the_desk_keeps_office_hours() {
    assertThat(calendars.of(MAIN).isWorkingDay(LocalDate.of(2026, 2, 16))).isTrue();
    assertThat(calendars.of(MAIN).isOpen(at("2026-03-16 12:30"))).isFalse();
  }

  @Test
  void the_sample_year_is_the_one_worked_out_by_hand() {
    assertThat(load(SampleHospital.calendar()).stored()).isTrue();
    assertThat(calendars.of(MAIN)).isEqualTo(YEAR_2026);
  }

  @Test
  void loading_the_same_again_changes_nothing() {
    load(SampleHospital.calendar());
    assertThat(load(SampleHospital.calendar()).kinds())
        .containsEntry("calendar 2026", new ImportReport.Tally(0, 0, 1));
  }

  @Test
  void a_file_with_mistakes_is_refused_with_all_of_them_and_nothing_is_stored() {
    var broken =
        SampleHospital.calendar()
            .replace("\"2026-02-14\"", "\"2026-02-13\"")
            .replace("\"2026-10-07\"", "\"2026-09-07\"")
            .replace("\"13:30\"", "\"11:30\"");
    var report = load(broken);
    assertThat(report.stored()).isFalse();
    assertThat(report.refused())
        .extracting(ImportReport.Problem::why)
        .anyMatch(why -> why.contains("is no weekend day"))
        .anyMatch(why -> why.contains("ends before it begins"))
        .anyMatch(why -> why.contains("overlap"));
    assertThat(calendars.of(MAIN).isWorkingDay(LocalDate.of(2026, 2, 16))).isTrue();
  }

  @Test
  void a_forgotten_holiday_is_noticed_by_the_number_of_days() {
    var report = load(SampleHospital.calendar().replace("\"2026-06-21\"", "\"2026-06-19\""));
    assertThat(report.stored()).isTrue(); // 20 and 21 June are a weekend anyway
    var shorter = load(SampleHospital.calendar().replace("\"2026-05-05\"", "\"2026-05-04\""));
    assertThat(shorter.refused())
        .extracting(ImportReport.Problem::why)
        .contains("says 248, counted 249");
  }

  @Test
  void a_campus_may_have_hours_of_its_own() {
    load(
        SampleHospital.calendar()
            .replaceFirst(
                "\"working_hours\": \\{",
                "\"working_hours\": {\"east\": [[\"09:00\",\"17:00\"]],"));
    assertThat(calendars.of(EAST).elapsed(at("2026-03-16 00:00"), at("2026-03-17 00:00")))
        .isEqualTo(Duration.ofHours(8));
    assertThat(calendars.of(EAST).isOpen(at("2026-03-16 12:30"))).isTrue();
    assertThat(calendars.of(MAIN).isOpen(at("2026-03-16 12:30"))).isFalse();
  }

  @Test
  void a_later_calendar_does_not_change_what_was_known_before() {
    load(SampleHospital.calendar());
    clock.advance(Duration.ofDays(60));
    var changed =
        SampleHospital.calendar()
            .replace("\"2026-05-05\"", "\"2026-05-04\"")
            .replace("\"05\": 19", "\"05\": 20")
            .replace("\"total\": 248", "\"total\": 249");
    load(changed);
    var fifth = LocalDate.of(2026, 5, 5);
    assertThat(calendars.of(MAIN).isWorkingDay(fifth)).isTrue();
    assertThat(calendars.of(MAIN, at("2026-02-01 00:00")).isWorkingDay(fifth)).isFalse();
  }

  private ImportReport load(String json) {
    return new CalendarImport(DB.database(), people, calendars, clock).load(json);
  }
}
