package org.apricotdesk.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.target.BusinessCalendar;

/// Reminds reporters of what is waiting for them: twice of a question before the desk takes the
/// matter for solved, once of the rating; in working time only.
final class Reminders {
  private static final String FIRST = "waiting";
  private static final String LAST = "waiting.last";
  private static final String RATING = "reminder";
  private static final int SILENT_DAYS = 3;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  private final Speech speech;
  private final Words words;
  private final Function<CampusId, BusinessCalendar> calendars;

  Reminders(Speech speech, Words words, Function<CampusId, BusinessCalendar> calendars) {
    this.speech = speech;
    this.words = words;
    this.calendars = calendars;
  }

  /// An engineer asked something: reminders follow after one and two working days.
  void ofQuestion(Telling to, Address reporter, String owner, String question) {
    var until = speech.time(workingDays(to, SILENT_DAYS));
    var number = speech.number(to.ticket().number());
    to.later(reporter, FIRST, words.say("waiting", number, owner, question), workingDays(to, 1));
    to.later(
        reporter,
        LAST,
        words.say("waiting.last", number, owner, question, until),
        workingDays(to, SILENT_DAYS - 1));
  }

  /// It was answered, or nobody needs the answer any more.
  void noQuestion(Telling to) {
    to.overtake(FIRST, LAST);
  }

  /// One reminder a ticket, however often it is reopened, and one at a time for each person.
  void ofRating(Telling to, Address reporter) {
    if (!to.told(reporter, RATING) && !to.waits(reporter, RATING)) {
      var number = speech.number(to.ticket().number());
      var text = words.say("rating.reminder", number, speech.title(to.ticket()));
      to.later(reporter, RATING, text, working(to, to.at().plus(A_DAY)));
    }
  }

  void noRating(Telling to) {
    to.overtake(RATING);
  }

  private Instant workingDays(Telling to, int days) {
    var calendar = calendar(to);
    return calendar.add(to.at(), calendar.workingDay().multipliedBy(days));
  }

  /// Then, or when work begins again.
  private Instant working(Telling to, Instant at) {
    var calendar = calendar(to);
    return calendar.isOpen(at) ? at : calendar.add(at, A_MOMENT);
  }

  private BusinessCalendar calendar(Telling to) {
    return calendars.apply(to.ticket().report().place().campus());
  }
}
