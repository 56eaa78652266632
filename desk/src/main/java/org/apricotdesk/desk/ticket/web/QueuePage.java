package org.apricotdesk.desk.ticket.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.ticket.QueuePlace;
import org.apricotdesk.desk.web.Web;

/// The engineers' queue in its four lanes.
///
/// @param systems what stands on level 1 of the catalogue, by code
public record QueuePage(
    List<Lane> lanes,
    QueueFilter filter,
    List<SavedFilters.Saved> saved,
    List<Campus> campuses,
    List<Team> teams,
    Map<CategoryCode, String> systems) {
  /// So many of a lane stand on one page and are kept up to date there; those behind them have a
  /// page of their own.
  public static final int MOST = 500;

  /// The address of a part of this page, with what is filtered.
  public String path(String path) {
    return filter.isAll() ? path : path + "?" + filter.query();
  }

  /// What is filtered, by the names of things.
  ///
  /// @param urgent the word for the urgent ones only
  public List<String> chosen(String urgent) {
    return Stream.of(
            campuses.stream()
                .filter(one -> filter.campus().filter(one.id()::equals).isPresent())
                .map(Campus::name),
            teams.stream()
                .filter(one -> filter.team().filter(one.id()::equals).isPresent())
                .map(Team::name),
            filter.system().map(systems::get).stream(),
            Stream.of(urgent).filter(_ -> filter.urgent()))
        .flatMap(names -> names)
        .toList();
  }

  /// The address of what follows in a lane.
  public String further(Lane lane, QueuePlace last) {
    return Stream.of(
            Optional.of(filter.query()).filter(query -> !query.isEmpty()),
            last.due().map(due -> "due=" + Web.encoded(due.toString())),
            Optional.of("after=" + last.number().value()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("&", "/queue/" + lane.name() + "?", ""));
  }

  /// @param name the key of its heading: `waiting`, `mine`, `others`, `today`
  /// @param count of all that belong there, more than are shown perhaps
  /// @param last where it goes on behind, if there are more
  public record Lane(
      String name, List<TicketLine> tickets, long count, Optional<QueuePlace> last) {}
}
