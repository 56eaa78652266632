package org.apricotdesk.bot.simulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The corp's address book and its groups.
final class Company {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<Integer, Department> departments = new TreeMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<Integer, Tag> tags = new TreeMap<>();

  Company(SimulatorSettings settings) {
    settings.corp().departments().forEach(this::add);
    settings.corp().members().forEach(this::add);
    settings.corp().groups().forEach(this::add);
  }

  void add(Department department) {
    departments.put(department.id(), department);
  }

  void add(Member member) {
    members.put(member.key(), member);
  }

  void add(Group group) {
    groups.put(group.chatid(), group);
  }

  void add(Tag tag) {
    tags.put(tag.id(), tag);
  }

  void remove(String userid) {
    members.remove(Member.key(userid));
  }

  Collection<Member> members() {
    return List.copyOf(members.values());
  }

  Collection<Department> departments() {
    return List.copyOf(departments.values());
  }

  Collection<Group> groups() {
    return List.copyOf(groups.values());
  }

  Collection<Tag> tags() {
    return List.copyOf(tags.values());
  }

  Optional<Tag> tag(String id) {
    return id.matches("\\d{1,9}")
        ? Optional.ofNullable(tags.get(Integer.parseInt(id)))
        : Optional.empty();
  }

  /// Those with that label, or in a department that has it.
  List<Member> labelled(Tag tag) {
    return members.values().stream()
        .filter(
            member ->
                tag.members().stream().anyMatch(one -> Member.key(one).equals(member.key()))
                    || tag.departments().stream().anyMatch(d -> isIn(member, d)))
        .toList();
  }

  boolean isIn(Member member, int department) {
    return member.departments().stream().anyMatch(d -> within(d, department));
  }

  Optional<Member> member(String userid) {
    return Optional.ofNullable(members.get(Member.key(userid)));
  }

  Optional<Department> department(int id) {
    return Optional.ofNullable(departments.get(id));
  }

  Optional<Group> group(String chatid) {
    return Optional.ofNullable(groups.get(chatid));
  }

  List<Member> directly(int department) {
    return members.values().stream().filter(m -> m.departments().contains(department)).toList();
  }

  /// Whether the department is the other one or lies below it.
  boolean within(int department, int ancestor) {
    var at = departments.get(department);
    while (at != null) {
      if (at.id() == ancestor) {
        return true;
      }
      at = departments.get(at.parent());
    }
    return false;
  }

  boolean sees(App app, Member member) {
    return member.departments().stream().anyMatch(d -> sees(app, d));
  }

  boolean sees(App app, int department) {
    return app.visible().stream().anyMatch(range -> within(department, range));
  }

  String nameOf(String userid) {
    return member(userid).map(Member::name).orElse(userid);
  }
}
