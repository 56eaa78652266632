package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// The archive of pictures of one campus is enlarged on the last evening: announced in time on the
/// page of planned work, and over twenty minutes late.
final class Upgrade {
  private static final String LEAD = "jiangbowen";
  private static final String DIRECTOR = "shenguangyuan";
  private static final String PAGES = "/maintenance";
  private static final Duration LASTS = Duration.ofHours(1);
  private static final Duration LATE = Duration.ofMinutes(20);

  private final People people;
  private final Instant asked;
  private final Instant begin;

  /// @param first a day on which somebody may ask for it
  /// @param last the day of the work
  Upgrade(People people, LocalDate first, LocalDate last) {
    this.people = people;
    asked = first.atTime(10, 0).atZone(World.ZONE).toInstant();
    begin = last.atTime(22, 0).atZone(World.ZONE).toInstant();
  }

  void plan() {
    people.timetable().at(asked, this::ask);
  }

  private void ask() {
    var form =
        List.of(
            "title", "影像归档扩容",
            "system", "pacs",
            "extent", "campus",
            "campus", "east",
            "from", typed(begin),
            "until", typed(begin.plus(LASTS)),
            "meanwhile", "急诊影像先看设备本机");
    var page = people.browser(LEAD).sends(PAGES + "/new", PAGES, form);
    people.after(Duration.ofMinutes(30), () -> does(DIRECTOR, page, "approve"));
    people.timetable().at(begin.plus(LASTS).plus(LATE), () -> does(LEAD, page, "end"));
  }

  private static String typed(Instant moment) {
    return LocalDateTime.ofInstant(moment, World.ZONE).toString();
  }

  private void does(String who, String page, String action) {
    people.browser(who).sends(page, page + "/" + action, List.of());
  }
}
