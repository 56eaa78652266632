package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apricotdesk.desk.duty.Shift;

/// The end of each day's shift: the dispatcher leaves a note, and whoever comes on duty on that
/// campus says within a quarter of an hour that it was read.
final class Shifts {
  private static final String DISPATCHER = "yejiaojiao";
  private static final String CAMPUS = "main";
  private static final String PAGE = "/shift";
  private static final Duration READ_WITHIN = Duration.ofMinutes(15);
  private static final Pattern UNREAD = Pattern.compile("name=\"note\" value=\"(\\d+)\"");

  private final People people;

  Shifts(People people) {
    this.people = people;
  }

  void plan(LocalDate day) {
    var evening = day.atTime(17, 20).atZone(World.ZONE).toInstant();
    people.timetable().at(evening, () -> leaves(day));
    people.timetable().at(evening.plus(READ_WITHIN), this::reads);
  }

  private void leaves(LocalDate day) {
    var text = day + " 交接：未结的紧急工单已口头说过，备用机一台在护士站";
    people.browser(DISPATCHER).sends(PAGE, PAGE + "/notes", List.of("text", text));
  }

  private void reads() {
    var now = people.world().now();
    people.world().desk().duty().between(now, now.plusSeconds(1)).stream()
        .filter(shift -> isReader(shift, now))
        .findFirst()
        .ifPresent(shift -> reads(people.browser(shift.person().value())));
  }

  private static boolean isReader(Shift shift, Instant now) {
    return shift.covers(now)
        && shift.campus().value().equals(CAMPUS)
        && !shift.person().value().equals(DISPATCHER);
  }

  private static void reads(Browser browser) {
    var unread = UNREAD.matcher(browser.reads(PAGE));
    while (unread.find())
      browser.sends(PAGE, PAGE + "/notes/seen", List.of("note", unread.group(1)));
  }
}
