package org.apricotdesk.desk.ticket.web;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.web.Web;

/// What somebody wants to see of the queue, as it stands in the address of the page.
///
/// @param urgent only P1 and P2
/// @param system a code of level 1, such as `printer`
public record QueueFilter(
    Optional<CampusId> campus,
    Optional<TeamId> team,
    boolean urgent,
    Optional<CategoryCode> system) {
  static final QueueFilter ALL =
      new QueueFilter(Optional.empty(), Optional.empty(), false, Optional.empty());

  private static final Set<Priority> URGENT = Set.of(Priority.P1, Priority.P2);

  /// What is malformed counts as not given.
  static QueueFilter of(MultiMap fields) {
    return new QueueFilter(
        field(fields, "campus", CampusId::new),
        field(fields, "team", TeamId::new),
        "1".equals(fields.get("urgent")),
        field(fields, "system", CategoryCode::new));
  }

  private static <T> Optional<T> field(MultiMap fields, String name, Function<String, T> of) {
    try {
      return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank()).map(of);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /// The same as a query: `campus=main&urgent=1`; empty for everything.
  public String query() {
    return Stream.of(
            campus.map(one -> "campus=" + Web.encoded(one.value())),
            team.map(one -> "team=" + Web.encoded(one.value())),
            Optional.of("urgent=1").filter(_ -> urgent),
            system.map(one -> "system=" + Web.encoded(one.value())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("&"));
  }

  TicketFilter tickets() {
    return new TicketFilter(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        team,
        campus,
        Optional.empty(),
        urgent ? URGENT : Set.of(),
        system,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
