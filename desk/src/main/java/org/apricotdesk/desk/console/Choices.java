package org.apricotdesk.desk.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.console.Field.Option;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tier;
import org.apricotdesk.desk.web.Speech;

/// What forms offer to choose from.
final class Choices {
  private static final Option NONE = new Option("", "—");

  private final Desk desk;

  Choices(Desk desk) {
    this.desk = desk;
  }

  List<Option> roles(Speech speech) {
    return Arrays.stream(Role.values())
        .map(role -> new Option(role.code(), speech.say("role." + role.code())))
        .toList();
  }

  List<Option> campuses() {
    return desk.people().campuses().stream()
        .map(campus -> new Option(campus.id().value(), campus.name()))
        .toList();
  }

  /// Categories of every level, by their names from level 1 down.
  List<Option> categories() {
    return desk.catalogue().paths().entrySet().stream()
        .map(one -> new Option(one.getKey(), one.getValue()))
        .toList();
  }

  List<Option> departments() {
    return orNone(
        desk.people().departments().stream()
            .filter(department -> !department.retired())
            .map(department -> new Option(department.id().value(), department.name())));
  }

  /// Teams with their squads, as `team:squad`.
  List<Option> squads() {
    return orNone(
        desk.people().teams().stream()
            .flatMap(
                team ->
                    Stream.concat(
                        Stream.of(new Option(team.id().value() + ":", team.name())),
                        team.squads().stream()
                            .map(
                                squad ->
                                    new Option(
                                        team.id().value() + ":" + squad.id(),
                                        team.name() + " · " + squad.name())))));
  }

  List<Option> specialities(Speech speech) {
    return orNone(
        Stream.concat(
                desk.catalogue().leaves().stream().map(category -> category.speciality()),
                desk.people().having(Role.ENGINEER).stream().flatMap(p -> p.speciality().stream()))
            .distinct()
            .sorted()
            .map(code -> new Option(code, named(speech, "speciality." + code, code))));
  }

  List<Option> tiers(Speech speech) {
    return orNone(
        Arrays.stream(Tier.values())
            .map(tier -> new Option(tier.code(), speech.say("tier." + tier.code()))));
  }

  /// What stands on level 1 of the catalogue.
  List<Option> systems() {
    return desk.catalogue().systems().entrySet().stream()
        .map(system -> new Option(system.getKey().value(), system.getValue()))
        .toList();
  }

  /// Everybody who works for the information department.
  List<Option> deskStaff() {
    return orNone(
        desk.people().everybody().stream().filter(desk.access()::deskStaff).map(Choices::option));
  }

  /// Everybody who works here.
  List<Option> everybody() {
    return orNone(desk.people().everybody().stream().filter(Person::active).map(Choices::option));
  }

  private static Option option(Person person) {
    return new Option(person.id().value(), person.name() + " " + person.id().value());
  }

  private static List<Option> orNone(Stream<Option> options) {
    return Stream.concat(Stream.of(NONE), options).toList();
  }

  private static String named(Speech speech, String key, String otherwise) {
    return speech.has(key) ? speech.say(key) : otherwise;
  }

  /// Notes it if the value is none of the options.
  void check(Map<String, String> problems, String name, String value, List<Option> options) {
    if (options.stream().noneMatch(option -> option.value().equals(value)))
      problems.putIfAbsent(name, "edit.unknown");
  }

  void checkGiven(
      Map<String, String> problems, String name, Entered entered, List<Option> options) {
    entered.given(name).ifPresent(value -> check(problems, name, value, options));
  }
}
