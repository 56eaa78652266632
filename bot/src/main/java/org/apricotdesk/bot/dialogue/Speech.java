package org.apricotdesk.bot.dialogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apricotdesk.config.text.Rewording;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Refusal;
import org.apricotdesk.desk.ticket.Stage;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketNumber;

/// How the bot puts things: names, places, states, and times as a clock shows them.
public final class Speech {
  private static final int SHORT = 24;
  private static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();

  private final Texts texts;
  private final People people;
  private final Clock clock;
  private final ZoneId zone;
  private final Locale locale;
  private final Pattern haste;

  /// @param rewording what the hospital says instead of built-in texts
  public Speech(People people, Clock clock, ZoneId zone, Locale locale, Rewording rewording) {
    this.texts = Texts.of(Speech.class).reworded(rewording);
    this.people = people;
    this.clock = clock;
    this.zone = zone;
    this.locale = locale;
    this.haste = Pattern.compile(say("title.haste.words"));
  }

  /// Does something for somebody who is spoken to in this language, or the hospital's.
  public static <T> T speaking(Optional<Locale> language, Supplier<T> work) {
    return language
        .map(chosen -> ScopedValue.where(LANGUAGE, chosen).call(work::get))
        .orElseGet(work);
  }

  public String say(String key, Object... facts) {
    return texts.say(language(), key, facts);
  }

  private Locale language() {
    return LANGUAGE.orElse(locale);
  }

  /// The desk's own words for why it refuses something.
  String refusal(Refusal why, TicketNumber number, String owner) {
    return Texts.of(Refusal.class).say(language(), "refused." + why.name(), number.value(), owner);
  }

  Texts texts() {
    return texts;
  }

  public Instant now() {
    return clock.instant();
  }

  /// What people call somebody.
  public String name(PersonId id) {
    return people.find(id).map(Person::name).orElse(id.value());
  }

  public String number(TicketNumber number) {
    return "#" + number.value();
  }

  /// `15:20` today, else with the day.
  public String time(Instant at) {
    var day = at.atZone(zone).toLocalDate();
    var hour = DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
    var today = LocalDate.ofInstant(now(), zone);
    if (day.equals(today)) {
      return hour;
    }
    return day.equals(today.plusDays(1))
        ? say("time.tomorrow", hour)
        : say("time.day", day.getMonthValue(), day.getDayOfMonth(), hour);
  }

  /// Whether both are on one day where the hospital is.
  boolean isSameDay(Instant one, Instant other) {
    return LocalDate.ofInstant(one, zone).equals(LocalDate.ofInstant(other, zone));
  }

  /// The department and the spot, as far as known.
  public String place(Ticket ticket) {
    var place = ticket.report().place();
    var department = place.department().flatMap(people::department).map(found -> found.name());
    return place(department, place.spot()).orElse(say("place.unknown"));
  }

  /// `骨一科 三楼护士站`; a spot the department is named after already is left out.
  static Optional<String> place(Optional<String> department, Optional<String> spot) {
    return spot.filter(name -> !department.orElse("").contains(name))
        .map(name -> department.map(whole -> whole + " " + name).orElse(name))
        .or(() -> department);
  }

  public String title(Ticket ticket) {
    return cut(ticket.report().title(), SHORT);
  }

  public String priority(Ticket ticket) {
    return say("priority." + ticket.priority().name());
  }

  /// Where it stands, as a person would say it.
  public String status(Ticket ticket) {
    return say("status." + ticket.status().code());
  }

  /// Where it stands and what comes next, one line.
  public String state(Ticket ticket) {
    var who = ticket.assignee().map(this::name).orElse("");
    return switch (ticket.stage()) {
      case Stage.New _ -> say("state.new", due("due.response", ticket.response().due()));
      case Stage.Assigned _ -> say("state.assigned", who);
      case Stage.InProgress _ ->
          say("state.in_progress", who, due("due.resolution", ticket.resolution().due()));
      case Stage.Paused paused -> paused(paused, who);
      case Stage.Resolved(_, var solution, _) -> say("state.resolved", who, solution);
      case Stage.Closed(_, var solution, _) -> say("state.closed", who, solution);
      case Stage.Cancelled _ -> say("state.cancelled");
      case Stage.Merged(var parent, _) -> say("state.merged", number(parent));
      case Stage.Redirected(var department) -> say("state.redirected", department);
    };
  }

  private String paused(Stage.Paused paused, String who) {
    var until = paused.until().map(this::time).orElse("");
    var vendor = paused.vendor().orElse("");
    var key = "state." + paused.kind().code() + (until.isEmpty() ? "" : ".until");
    return say(key, who, paused.text(), vendor, until);
  }

  private String due(String key, Optional<Instant> due) {
    return due.filter(at -> at.isAfter(now())).map(at -> say(key, time(at))).orElse("");
  }

  /// Without the haste at its end, unless there is nothing else.
  String calm(String words) {
    var calm = haste.matcher(words).replaceFirst("").strip();
    return calm.isEmpty() ? words : calm;
  }

  /// Cuts after so many characters, never through one.
  static String cut(String text, int characters) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= characters) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, characters - 1)) + "…";
  }

  static boolean isOver(Ticket ticket) {
    return !ticket.status().isOpen() && ticket.status() != Status.RESOLVED;
  }
}
