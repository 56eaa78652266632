package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.target.SampleCalendar.YEAR_2026;
import static org.apricotdesk.desk.target.SampleCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apricotdesk.desk.target.Course.Mark;
import org.junit.jupiter.api.Test;

class TicketClockTest {
  private static final Terms P1 = Targets.STANDARD.terms(Priority.P1, false, false, YEAR_2026);
  private static final Terms P2 = Targets.STANDARD.terms(Priority.P2, true, false, YEAR_2026);
  private static final Terms P3 = Targets.STANDARD.terms(Priority.P3, false, false, YEAR_2026);
  private static final Terms P4 = Targets.STANDARD.terms(Priority.P4, false, false, YEAR_2026);

  @Test
  void waiting_for_the_vendor_stops_the_clock_of_an_ordinary_fault() {
    var waiting =
        taken("2026-03-16 09:00", P3).then(enters("2026-03-16 10:00", Phase.AWAITING_VENDOR));
    assertThat(resolution(waiting, "2026-03-17 09:00").due()).isEmpty();

    var resumed = waiting.then(enters("2026-03-18 10:00", Phase.WORKING));
    assertThat(resolution(resumed, "2026-03-18 10:00").due()).contains(at("2026-03-19 09:00"));

    var solved = resumed.then(enters("2026-03-18 15:00", Phase.DONE));
    assertThat(resolution(solved, "2026-03-20 15:00"))
        .isEqualTo(kept("2026-03-19 09:00", true, 270));
  }

  @Test
  void waiting_for_the_vendor_does_not_stop_an_urgent_one() {
    var course = pausedOvernight(Phase.AWAITING_VENDOR);
    assertThat(resolution(course, "2026-03-19 00:10"))
        .isEqualTo(kept("2026-03-19 00:00", false, 250));
  }

  @Test
  void waiting_for_the_reporter_does() {
    var course = pausedOvernight(Phase.AWAITING_USER);
    assertThat(resolution(course, "2026-03-19 00:10"))
        .isEqualTo(kept("2026-03-19 03:00", true, 70));
  }

  @Test
  void nothing_stops_the_most_urgent_and_the_pause_is_still_on_record() {
    var course =
        taken("2026-03-18 10:00", P1)
            .then(enters("2026-03-18 10:20", Phase.AWAITING_USER))
            .then(enters("2026-03-18 10:30", Phase.WORKING))
            .then(enters("2026-03-18 11:05", Phase.DONE));
    var measured = TicketClock.measure(course, at("2026-03-18 11:05"));
    assertThat(measured.resolution().promise()).isEqualTo(kept("2026-03-18 11:00", false, 65));
    assertThat(measured.pauses())
        .containsExactly(
            new Measured.Pause(
                Phase.AWAITING_USER, at("2026-03-18 10:20"), at("2026-03-18 10:30"), false));
  }

  @Test
  void a_raised_priority_brings_the_due_time_forward_from_the_change_on() {
    var course = taken("2026-03-16 09:00", P3);
    assertThat(resolution(course, "2026-03-16 09:00").due()).contains(at("2026-03-17 09:00"));

    var raised = course.then(changed("2026-03-16 12:00", P2));
    assertThat(resolution(raised, "2026-03-16 12:00").due()).contains(at("2026-03-16 16:00"));
  }

  @Test
  void a_raised_priority_never_moves_the_due_time_back() {
    var course = taken("2026-03-16 09:00", P3).then(changed("2026-03-17 08:50", P2));
    assertThat(resolution(course, "2026-03-17 08:50").due()).contains(at("2026-03-17 09:00"));
  }

  @Test
  void a_reopened_ticket_goes_on_counting_where_it_stopped() {
    var course =
        taken("2026-03-16 15:10", P3)
            .then(enters("2026-03-17 10:00", Phase.DONE))
            .then(enters("2026-03-19 10:00", Phase.WORKING))
            .then(enters("2026-03-19 17:00", Phase.DONE));
    var measured = TicketClock.measure(course, at("2026-03-25 09:00"));
    assertThat(measured.resolution().promise().used()).isEqualTo(Duration.ofMinutes(260 + 330));
    assertThat(measured.resolution().promise().met()).contains(false);
    assertThat(measured.parts().get(Owner.SOLVED)).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void example_f_of_the_targets_adds_200_and_330() {
    var course =
        taken("2026-03-16 16:10", P3)
            .then(enters("2026-03-17 10:00", Phase.DONE))
            .then(enters("2026-03-19 10:00", Phase.WORKING))
            .then(enters("2026-03-19 17:00", Phase.DONE));
    assertThat(resolution(course, "2026-03-19 17:00").used()).isEqualTo(Duration.ofMinutes(530));
    assertThat(resolution(course, "2026-03-19 17:00").met()).contains(false);
  }

  @Test
  void a_breach_stays_on_record_when_the_priority_is_lowered() {
    var course = taken("2026-03-16 09:00", P1).then(changed("2026-03-16 10:30", P4));
    var measured = TicketClock.measure(course, at("2026-03-16 11:00")).resolution();
    assertThat(measured.breachedAt()).contains(at("2026-03-16 10:00"));
    assertThat(measured.promise().met()).contains(false);
    assertThat(measured.promise().due()).contains(at("2026-03-23 09:00"));
  }

  @Test
  void a_breach_is_not_undone_by_raising_the_priority() {
    var course = taken("2026-03-16 09:00", P3).then(changed("2026-03-17 10:00", P2));
    var measured = TicketClock.measure(course, at("2026-03-17 10:00")).resolution();
    assertThat(measured.breachedAt()).contains(at("2026-03-17 09:00"));
    assertThat(measured.promise().due()).contains(at("2026-03-17 09:00"));
  }

  @Test
  void the_last_second_is_still_in_time_and_the_next_is_not() {
    var course = Course.starting(at("2026-03-16 09:00"), P1);
    var atTheLast = course.then(new Mark.Answered(at("2026-03-16 09:05")));
    var tooLate = course.then(new Mark.Answered(at("2026-03-16 09:05").plusSeconds(1)));
    assertThat(response(atTheLast, "2026-03-16 10:00").met()).contains(true);
    assertThat(response(tooLate, "2026-03-16 10:00").met()).contains(false);
  }

  @Test
  void the_first_answer_stays_the_first_answer() {
    var course = taken("2026-03-16 09:00", P3).then(new Mark.Answered(at("2026-03-16 16:00")));
    assertThat(response(course, "2026-03-16 17:00").used()).isEqualTo(Duration.ZERO);
  }

  @Test
  void an_unanswered_ticket_that_is_cancelled_late_was_late() {
    var course =
        Course.starting(at("2026-03-16 09:00"), P3).then(enters("2026-03-16 09:40", Phase.VOID));
    assertThat(response(course, "2026-03-16 10:00").met()).contains(false);
    assertThat(resolution(course, "2026-03-16 10:00").met()).isEmpty();
    var early =
        Course.starting(at("2026-03-16 09:00"), P3).then(enters("2026-03-16 09:02", Phase.VOID));
    assertThat(response(early, "2026-03-18 10:00").met()).isEmpty();
  }

  @Test
  void a_request_counts_from_its_approval() {
    var terms = P4.fulfilledWithin(Duration.ofHours(8), YEAR_2026);
    var course =
        Course.starting(at("2026-03-16 08:00"), terms)
            .then(enters("2026-03-16 11:00", Phase.AWAITING_APPROVAL))
            .then(enters("2026-03-18 08:00", Phase.UNCLAIMED));
    assertThat(resolution(course, "2026-03-18 08:00").due()).contains(at("2026-03-18 17:30"));
  }

  @Test
  void a_ticket_of_lunchtime_starts_after_lunch() {
    var course = Course.starting(at("2026-03-16 12:10"), P4);
    assertThat(response(course, "2026-03-16 12:10").due()).contains(at("2026-03-16 17:30"));
  }

  @Test
  void a_warning_comes_when_a_quarter_of_the_time_is_left() {
    var reading =
        TicketClock.measure(taken("2026-03-16 09:00", P3), at("2026-03-16 09:00")).resolution();
    assertThat(reading.warnAt()).contains(at("2026-03-16 16:30"));
  }

  @Test
  void time_as_part_of_another_ticket_does_not_count() {
    var course =
        taken("2026-03-18 09:00", P2)
            .then(enters("2026-03-18 09:30", Phase.MERGED))
            .then(enters("2026-03-18 11:30", Phase.WORKING));
    assertThat(resolution(course, "2026-03-18 11:30").due()).contains(at("2026-03-18 15:00"));
  }

  private static Course pausedOvernight(Phase pause) {
    return taken("2026-03-18 20:00", P2)
        .then(enters("2026-03-18 20:30", pause))
        .then(enters("2026-03-18 23:30", Phase.WORKING))
        .then(enters("2026-03-19 00:10", Phase.DONE));
  }

  private static Course taken(String when, Terms terms) {
    return Course.starting(at(when), terms)
        .then(new Mark.Answered(at(when)))
        .then(enters(when, Phase.WORKING));
  }

  private static Mark enters(String when, Phase phase) {
    return new Mark.Enters(at(when), phase);
  }

  private static Mark changed(String when, Terms terms) {
    return new Mark.Changed(at(when), terms);
  }

  private static Promise resolution(Course course, String asOf) {
    return TicketClock.measure(course, at(asOf)).resolution().promise();
  }

  private static Promise response(Course course, String asOf) {
    return TicketClock.measure(course, at(asOf)).response().promise();
  }

  private static Promise kept(String due, boolean met, long minutes) {
    Instant when = at(due);
    return new Promise(
        java.util.Optional.of(when), java.util.Optional.of(met), Duration.ofMinutes(minutes));
  }
}
