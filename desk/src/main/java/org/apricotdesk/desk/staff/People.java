package org.apricotdesk.desk.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Snapshot;

/// Everybody of the hospital and where they work, kept in memory.
///
/// Answers never wait. Changes made by other instances arrive within seconds, see [#refresh].
public final class People {
  private final List<Machine> configured;
  private final Snapshot<Directory> snapshot;

  /// @param configured programs whose tokens stand in the settings
  public People(Database database, List<Machine> configured) {
    this.configured = List.copyOf(configured);
    var store = new PeopleStore(database.pool());
    this.snapshot = new Snapshot<>(store::revision, store::load);
  }

  /// Reads everybody anew if anything has changed.
  public void refresh() {
    snapshot.refresh();
  }

  private Directory directory() {
    return snapshot.value();
  }

  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(directory().people().get(id))
        .or(
            () ->
                machines()
                    .filter(one -> PersonId.machine(one.name()).equals(id))
                    .findFirst()
                    .map(this::person));
  }

  /// Who holds a token; empty if nobody does. Takes the same time for every wrong token.
  public Optional<Person> holding(String token) {
    var hash = Tokens.sha256(token).getBytes(StandardCharsets.US_ASCII);
    var holder = Optional.<Machine>empty();
    for (var machine : machines().toList()) {
      var known = machine.sha256().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(hash, known)) holder = Optional.of(machine);
    }
    return holder.map(this::person);
  }

  private Stream<Machine> machines() {
    return Stream.concat(configured.stream(), directory().machines().stream());
  }

  /// Somebody who works here now.
  public Optional<Person> active(PersonId id) {
    return find(id).filter(Person::active);
  }

  /// The person, or somebody of that name nobody knows more about, with a plain staff member's
  /// rights: WeCom has let them in, but the register has not heard of them yet.
  public Person orStranger(PersonId id, String name) {
    return find(id)
        .orElseGet(
            () ->
                new Person(
                    id,
                    name,
                    Optional.empty(),
                    mainCampus(),
                    Set.of(Role.STAFF),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    true));
  }

  /// A program has its token's role, on every campus.
  private Person person(Machine machine) {
    return new Person(
        PersonId.machine(machine.name()),
        machine.name(),
        Optional.empty(),
        mainCampus(),
        Set.of(machine.role()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Set.of(),
        directory().campuses().keySet(),
        Optional.empty(),
        true);
  }

  private CampusId mainCampus() {
    return directory().campusList().isEmpty()
        ? new CampusId("main")
        : directory().campusList().getFirst().id();
  }

  public Optional<Department> department(DepartmentId id) {
    return Optional.ofNullable(directory().departments().get(id));
  }

  public List<Department> departments() {
    return directory().departmentList();
  }

  public Optional<Campus> campus(CampusId id) {
    return Optional.ofNullable(directory().campuses().get(id));
  }

  public List<Campus> campuses() {
    return directory().campusList();
  }

  /// @param id as somebody typed it
  public boolean hasCampus(String id) {
    return campuses().stream().anyMatch(one -> one.id().value().equals(id));
  }

  public Optional<Team> team(TeamId id) {
    return Optional.ofNullable(directory().teams().get(id));
  }

  public List<Team> teams() {
    return directory().teamList();
  }

  /// Everybody of a role who works here now, by userid.
  public List<Person> having(Role role) {
    return directory().having().getOrDefault(role, List.of());
  }

  /// All of them, by userid.
  public List<Person> everybody() {
    return page("", Integer.MAX_VALUE);
  }

  /// A page of everybody, by userid.
  ///
  /// @param after the last userid of the page before; empty to start
  public List<Person> page(String after, int limit) {
    return directory().people().values().stream()
        .filter(person -> person.id().value().compareTo(after) > 0)
        .sorted(Comparator.comparing(person -> person.id().value()))
        .limit(limit)
        .toList();
  }

  /// Whoever goes by that userid, or is the only one of that full name.
  public Optional<Person> called(String typed) {
    var everybody = everybody();
    var named = everybody.stream().filter(person -> person.name().equals(typed)).toList();
    if (named.size() == 1) return Optional.of(named.getFirst());
    return everybody.stream().filter(one -> one.id().value().equalsIgnoreCase(typed)).findFirst();
  }

  /// Engineers and desk staff somebody may mean: by full name, "李工", given name or userid.
  public List<Person> named(String typed) {
    return new NameMatch(typed).among(directory().people().values());
  }

  /// Whether somebody of the hospital carries this very name; patients are everybody else.
  public boolean isStaffName(String name) {
    return directory().names().contains(name);
  }

  /// Whom a department's tickets go to when their reporter has left.
  public Optional<Person> liaison(DepartmentId department) {
    return department(department).flatMap(Department::liaison).flatMap(this::active);
  }

  Set<DepartmentId> spokenForBy(Person person) {
    var named =
        directory().departmentList().stream()
            .filter(department -> department.liaison().equals(Optional.of(person.id())))
            .map(Department::id)
            .collect(toUnmodifiableSet());
    return named.isEmpty() ? person.department().map(Set::of).orElse(Set.of()) : named;
  }
}
