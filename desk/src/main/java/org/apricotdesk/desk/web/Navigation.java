package org.apricotdesk.desk.web;

import static org.apricotdesk.desk.staff.Role.AUDITOR;
import static org.apricotdesk.desk.staff.Role.DEPUTY_DIRECTOR;
import static org.apricotdesk.desk.staff.Role.DIRECTOR;
import static org.apricotdesk.desk.staff.Role.DISPATCHER;
import static org.apricotdesk.desk.staff.Role.ENGINEER;
import static org.apricotdesk.desk.staff.Role.SYSADMIN;
import static org.apricotdesk.desk.staff.Role.TEAM_LEAD;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;

/// What stands in the navigation of whom.
final class Navigation {
  static final Set<Role> WORKERS =
      Set.of(ENGINEER, DISPATCHER, TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR);
  static final Set<Role> LEADS = Set.of(DISPATCHER, TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR);
  static final Set<Role> VIEWERS =
      Set.of(ENGINEER, DISPATCHER, TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR, Role.AUDITOR);
  static final Set<Role> WRITERS =
      Set.of(DISPATCHER, TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR, Role.CMIO);
  static final Set<Role> KEEPERS = Set.of(TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR);
  static final Set<Role> ASSESSORS =
      Set.of(TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR, Role.CMIO, AUDITOR);
  static final Set<Role> ADMINISTRATORS = Set.of(DEPUTY_DIRECTOR, DIRECTOR, SYSADMIN);
  static final Set<Role> TESTERS =
      Set.of(DISPATCHER, TEAM_LEAD, DEPUTY_DIRECTOR, DIRECTOR, SYSADMIN);
  static final Set<Role> ISSUERS = Set.of(DIRECTOR, SYSADMIN);
  static final Set<Role> AUDITORS = Set.of(AUDITOR, DIRECTOR, DEPUTY_DIRECTOR, SYSADMIN);

  private record Offer(NavigationEntry entry, Set<Role> roles) {}

  private static final Set<Role> EVERYBODY = Set.of(Role.values());

  private static final List<Offer> OFFERS =
      List.of(
          offer("queue", "/queue", "work", true, WORKERS),
          offer("search", "/search", "work", true, WORKERS),
          offer("shift", "/shift", "work", false, WORKERS),
          offer("incidents", "/incidents", "work", false, WORKERS),
          offer("rounds", "/rounds", "work", false, WORKERS),
          offer("figures", "/my/figures", "work", false, WORKERS),
          offer("my", "/my", "mine", true, EVERYBODY),
          offer("report", "/report", "mine", true, EVERYBODY),
          offer("knowledge", "/knowledge", "mine", true, EVERYBODY),
          offer("incidents", "/incidents", "mine", false, EVERYBODY),
          offer("suggestions", "/suggestions", "mine", false, EVERYBODY),
          offer("rounds", "/rounds", "mine", false, EVERYBODY),
          offer("survey", "/survey", "mine", false, EVERYBODY),
          offer("briefs", "/briefs", "mine", false, EVERYBODY),
          offer("callbacks", "/callbacks", "lead", false, LEADS),
          offer("surveys", "/surveys", "lead", false, LEADS),
          offer("board", "/board", "lead", false, LEADS),
          offer("dashboard", "/figures", "lead", false, VIEWERS),
          offer("assessments", "/assessments", "lead", false, ASSESSORS),
          offer("writing", "/admin/briefs", "lead", false, WRITERS),
          offer("ledger", "/admin/ledger", "lead", false, KEEPERS),
          offer("spares", "/admin/spares", "lead", false, KEEPERS),
          offer("people", "/admin/people", "console", false, ADMINISTRATORS),
          offer("departments", "/admin/departments", "console", false, ADMINISTRATORS),
          offer("teams", "/admin/teams", "console", false, ADMINISTRATORS),
          offer("campuses", "/admin/campuses", "console", false, ADMINISTRATORS),
          offer("duty", "/admin/duty", "console", false, LEADS),
          offer("catalogue", "/admin/catalogue", "console", false, ADMINISTRATORS),
          offer("targets", "/admin/targets", "console", false, ADMINISTRATORS),
          offer("articles", "/admin/articles", "console", false, WORKERS),
          offer("synonyms", "/admin/synonyms", "console", false, LEADS),
          offer("gaps", "/admin/gaps", "console", false, WORKERS),
          offer("posters", "/admin/posters", "console", false, LEADS),
          offer("whatif", "/admin/whatif", "console", false, TESTERS),
          offer("wording", "/admin/wording", "console", false, ADMINISTRATORS),
          offer("health", "/admin/health", "console", false, ADMINISTRATORS),
          offer("exchange", "/admin/exchange", "console", false, ADMINISTRATORS),
          offer("audit", "/admin/audit", "console", false, AUDITORS),
          offer("tokens", "/admin/tokens", "console", false, ISSUERS),
          offer("more", "/more", "you", true, EVERYBODY));

  /// Where something is offered in two places, the first that is for them counts.
  List<NavigationEntry> of(Person person) {
    var seen = new HashSet<String>();
    return OFFERS.stream()
        .filter(offer -> person.roles().stream().anyMatch(offer.roles()::contains))
        .map(Offer::entry)
        .filter(entry -> seen.add(entry.section()))
        .toList();
  }

  private static Offer offer(
      String section, String path, String group, boolean onPhone, Set<Role> roles) {
    return new Offer(new NavigationEntry(section, path, group, onPhone), roles);
  }
}
