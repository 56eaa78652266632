package org.apricotdesk.desk.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CatalogueImport;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoadingTheRegisterTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final Giver UNNOTED = (_, _) -> {};

  private People people;
  private OrgImport register;

  @BeforeEach
  void open() {
    people = new People(db.database(), List.of());
    register = new OrgImport(db.database(), people);
    register.load(SampleHospital.org(), UNNOTED);
  }

  @Test
  void the_sample_hospital_is_loaded_whole_and_a_second_time_changes_nothing() {
    assertThat(people.departments()).hasSize(66);
    assertThat(people.campuses()).extracting(Campus::name).contains("本部院区");
    assertThat(people.find(new PersonId("sunlili")).orElseThrow().roles())
        .contains(Role.LIAISON, Role.STAFF);
    assertThat(people.find(new PersonId("yanqiu")).orElseThrow().roles())
        .contains(Role.CLINICAL_REVIEWER, Role.FUNCTIONAL_APPROVER, Role.LIAISON);

    var again = register.load(SampleHospital.org(), UNNOTED);

    assertThat(again.stored()).isTrue();
    assertThat(again.kinds().values())
        .allSatisfy(tally -> assertThat(tally.added() + tally.changed()).isZero());
  }

  @Test
  void one_wrong_line_and_nothing_is_stored_and_every_mistake_is_told() {
    var wrong =
        """
        {"campuses":[{"id":"south","name":"南院"}],
         "departments":[{"id":"south-a","name":"外科","campus":"nowhere","aliases":["外"]},
                        {"id":"south-b","name":"","campus":"south","aliases":[]}],
         "engineers":[{"userid":"new","name":"新人","team":"nope","campus":"south","role":"king",
                       "roles":["queen"]}]}
        """;

    var report = register.load(wrong, UNNOTED);

    assertThat(report.stored()).isFalse();
    assertThat(report.refused())
        .extracting(problem -> problem.where() + " " + problem.why())
        .contains(
            "departments[0] south-a names an unknown campus 'nowhere'",
            "departments[1] south-b has no name",
            "engineers[0] new names an unknown team 'nope'",
            "engineers[0] new has the unknown role 'king'",
            "engineers[0] new has the unknown role 'queen'");
    assertThat(people.campus(new CampusId("south"))).isEmpty();
  }

  @Test
  void what_is_no_register_is_refused_with_a_reason() {
    assertThat(register.load("[]", UNNOTED).refused()).hasSize(1);
    assertThat(register.load("{\"campuses\":[],\"surprise\":1}", UNNOTED).refused()).hasSize(1);
  }

  @Test
  void a_category_that_is_gone_from_the_file_is_retired_not_lost() {
    var catalogue = new Catalogue(db.database());
    var loader = new CatalogueImport(db.database(), people, catalogue, Clock.systemUTC());
    assertThat(loader.load(SampleHospital.catalogue()).stored()).isTrue();
    assertThat(catalogue.leaves()).hasSize(165);
    var jam = new CategoryCode("printer.laser.jam");

    var report =
        loader.load(SampleHospital.catalogue().replace("printer.laser.jam", "printer.laser.stuck"));

    assertThat(report.stored()).isTrue();
    assertThat(catalogue.find(jam)).isPresent();
    assertThat(catalogue.current(jam)).isEmpty();
    assertThat(catalogue.current(new CategoryCode("printer.laser.stuck"))).isPresent();
  }

  @Test
  void an_engineer_is_found_by_what_colleagues_call_them() {
    assertThat(people.named("邵工")).extracting(Person::name).containsExactly("邵嘉乐");
    assertThat(people.named("邵嘉乐")).hasSize(1);
    assertThat(people.named("shaojiale")).hasSize(1);
    assertThat(people.named("嘉乐")).hasSize(1);
    assertThat(people.named("孙莉莉")).as("a nurse cannot be given work").isEmpty();
  }

  @Test
  void who_is_gone_from_the_address_book_has_left_and_newcomers_are_staff() {
    var sync = new DirectorySync(db.database(), people);
    var members =
        people.page("", 1000).stream()
            .filter(person -> !person.id().value().equals("tianyukun"))
            .map(p -> new DirectorySync.Member(p.id(), p.name(), p.department()))
            .toList();
    var withNewcomer = new java.util.ArrayList<>(members);
    withNewcomer.add(
        new DirectorySync.Member(
            new PersonId("liuyang"), "柳扬", Optional.of(new DepartmentId("main-guyi"))));

    var changes = sync.apply(withNewcomer);

    assertThat(changes.left()).containsExactly(new PersonId("tianyukun"));
    assertThat(people.active(new PersonId("tianyukun"))).isEmpty();
    var newcomer = people.find(new PersonId("liuyang")).orElseThrow();
    assertThat(newcomer.roles()).containsExactly(Role.STAFF);
    assertThat(newcomer.campus()).isEqualTo(new CampusId("main"));
  }

  @Test
  void somebody_who_has_left_may_see_nothing() {
    var gone = people.find(new PersonId("shenguangyuan")).orElseThrow();
    var left =
        new Person(
            gone.id(),
            gone.name(),
            gone.department(),
            gone.campus(),
            gone.roles(),
            gone.team(),
            gone.squad(),
            gone.speciality(),
            gone.skills(),
            gone.tier(),
            gone.systems(),
            gone.campusScope(),
            gone.phone(),
            false);
    var ticket =
        new Subject(
            gone.id(),
            Optional.of(gone.id()),
            Optional.empty(),
            gone.campus(),
            Optional.empty(),
            true,
            false);

    var access = new Access(people);

    assertThat(access.may(gone, Action.READ, ticket)).isTrue();
    for (var action : Action.values()) assertThat(access.may(left, action, ticket)).isFalse();
  }
}
