package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who is meant by `touser`, `toparty` and `totag`, and who of them the app may not write to.
///
/// @param users keys of the members
/// @param invalidUsers unknown or outside the app's visible range, in lower case
record Recipients(
    Set<String> users,
    List<String> invalidUsers,
    List<String> invalidParties,
    List<String> invalidTags) {
  private static final int MOST_USERS = 1000;
  private static final int MOST_PARTIES = 100;

  static Recipients of(Company company, App app, JsonObject body) {
    return resolve(
        company,
        app,
        split(body.getString("touser", "")),
        split(body.getString("toparty", "")),
        split(body.getString("totag", "")));
  }

  /// The targets of a card update, which come as arrays.
  static Recipients ofUpdate(Company company, App app, JsonObject body) {
    return resolve(
        company, app, strings(body, "userids"), strings(body, "partyids"), strings(body, "tagids"));
  }

  private static Recipients resolve(
      Company company, App app, List<String> users, List<String> parties, List<String> tags) {
    unless(users.size() <= MOST_USERS, 40032, "more than 1000 users");
    unless(parties.size() <= MOST_PARTIES, 82002, "more than 100 parties");
    unless(tags.size() <= MOST_PARTIES, 82003, "more than 100 tags");
    var found = new LinkedHashSet<String>();
    var strangers = new ArrayList<String>();
    var noParties = new ArrayList<String>();
    var noTags = new ArrayList<String>();
    if (users.contains("@all")) {
      company.members().stream().filter(m -> company.sees(app, m)).forEach(m -> found.add(m.key()));
      return new Recipients(found, strangers, noParties, noTags);
    }
    for (var user : users) {
      var member = company.member(user).filter(m -> company.sees(app, m));
      member.ifPresentOrElse(m -> found.add(m.key()), () -> strangers.add(Member.key(user)));
    }
    for (var party : parties) {
      var inside = membersOf(company, app, party);
      if (inside.isEmpty()) {
        noParties.add(party);
      }
      found.addAll(inside);
    }
    for (var id : tags) {
      var labelled = company.tag(id).map(tag -> keys(company, app, company.labelled(tag)));
      labelled.filter(keys -> !keys.isEmpty()).ifPresentOrElse(found::addAll, () -> noTags.add(id));
    }
    return new Recipients(found, strangers, noParties, noTags);
  }

  private static List<String> keys(Company company, App app, List<Member> members) {
    return members.stream().filter(m -> company.sees(app, m)).map(Member::key).toList();
  }

  private static List<String> membersOf(Company company, App app, String party) {
    if (!party.matches("\\d{1,9}")) {
      return List.of();
    }
    var id = Integer.parseInt(party);
    var inside = company.members().stream().filter(m -> company.isIn(m, id)).toList();
    return keys(company, app, inside);
  }

  private static List<String> split(String list) {
    return Stream.of(list.split("\\|")).filter(s -> !s.isBlank()).toList();
  }

  private static List<String> strings(JsonObject body, String name) {
    return body.getJsonArray(name, new JsonArray()).stream().map(String::valueOf).toList();
  }
}
