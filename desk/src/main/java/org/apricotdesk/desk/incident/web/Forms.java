package org.apricotdesk.desk.incident.web;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Extent;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Review;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// Reads wishes from forms; empty if somebody sent what no form of ours sends.
record Forms(PersonId by, MultiMap form, Clock clock, ZoneId zone) {
  private static final int MEASURES = 3;

  Optional<Wish> wish(String action) {
    try {
      return Optional.ofNullable(
          switch (action) {
            case "declare" -> declare();
            case "dismiss" -> new Wish.Dismiss(by, text("reason"));
            case "update" -> new Wish.Update(by, text("text"), text("workaround"), minutes("next"));
            case "area" -> new Wish.ChangeArea(by, area(), text("reason"));
            case "level" -> new Wish.ChangeLevel(by, Level.valueOf(text("level")), text("reason"));
            case "part" ->
                new Wish.RestorePart(by, all("department", DepartmentId::new), text("text"));
            case "restore" -> new Wish.Restore(by, text("text"), text("backfill"));
            case "answer" ->
                new Wish.AnswerCall(
                    by, new DepartmentId(text("department")), "yes".equals(text("works")));
            case "review" -> new Wish.WriteReview(by, review());
            case "measure" -> new Wish.FinishMeasure(by, Integer.parseInt(text("measure")));
            case "close" -> new Wish.Close(by, text("note"));
            default -> null;
          });
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private Wish.Declare declare() {
    return new Wish.Declare(
        by,
        Level.valueOf(text("level")),
        text("title"),
        all("category", code -> new CategoryCode(code).value()),
        area(),
        text("symptom"),
        text("action"),
        text("workaround"),
        moment("started"),
        minutes("next"));
  }

  private Area area() {
    return new Area(
        Extent.of(text("extent")),
        all("campus", CampusId::new),
        all("department", DepartmentId::new));
  }

  private Review review() {
    var measures = new ArrayList<Review.Measure>();
    for (var i = 0; i < MEASURES; i++) {
      if (text("measure" + i).isEmpty()) continue;
      measures.add(
          new Review.Measure(
              text("measure" + i),
              new PersonId(text("owner" + i)),
              LocalDate.parse(text("due" + i)),
              false));
    }
    return new Review(
        text("cause"), text("detection"), text("worked"), text("public"), List.copyOf(measures));
  }

  private Optional<Instant> minutes(String name) {
    var typed = text(name);
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(clock.instant().plus(Duration.ofMinutes(Integer.parseInt(typed))));
  }

  private Optional<Instant> moment(String name) {
    var typed = text(name);
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
  }

  private <T> Set<T> all(String name, Function<String, T> type) {
    return form.getAll(name).stream()
        .filter(value -> !value.isBlank())
        .map(type)
        .collect(Collectors.toSet());
  }

  private String text(String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
