package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.catalogue.CatalogueEdit;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.web.Speech;

/// A kind of work: who looks after it, how pressing it usually is, by which words it is known.
final class CategoryForm implements Editable {
  private final Desk desk;
  private final Choices choices;
  private final Clock clock;

  CategoryForm(Desk desk, Clock clock) {
    this.desk = desk;
    this.choices = new Choices(desk);
    this.clock = clock;
  }

  @Override
  public String section() {
    return "catalogue";
  }

  @Override
  public String noun() {
    return "category";
  }

  @Override
  public boolean grows() {
    return true;
  }

  private Optional<Category> category(String id) {
    return code(id).flatMap(desk.catalogue()::find);
  }

  private static Optional<CategoryCode> code(String typed) {
    try {
      return Optional.of(new CategoryCode(typed)).filter(CategoryCode::isLeaf);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> name(String id) {
    return category(id).map(Category::name);
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var c = category(id);
    return List.of(
        Field.text("name", c.map(Category::name).orElse("")),
        Field.oneOf("squad", c.map(CategoryForm::squad).orElse(""), choices.squads()),
        Field.oneOf(
            "speciality", c.map(Category::speciality).orElse(""), choices.specialities(speech)),
        Field.oneOf(
            "priority", c.map(one -> one.defaultPriority().name()).orElse("P3"), priorities()),
        Field.text("asset", c.map(Category::assetType).orElse("")),
        Field.yes("aroundTheClock", c.map(Category::aroundTheClock).orElse(false)),
        Field.yes("request", c.map(Category::request).orElse(false)),
        Field.lines("keywords", c.map(Category::keywords).orElse(List.of())),
        Field.yes("retired", c.map(Category::retired).orElse(false)),
        Field.text("successor", c.flatMap(Category::successor).map(s -> s.value()).orElse("")));
  }

  private static String squad(Category category) {
    return category.team().value() + ":" + category.squad();
  }

  private static List<Field.Option> priorities() {
    return Arrays.stream(Priority.values())
        .map(priority -> new Field.Option(priority.name(), priority.name()))
        .toList();
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    var code = code(id);
    if (code.isEmpty() || !hasGroup(id)) problems.put("id", "edit.code");
    var name = entered.text("name");
    if (name.isEmpty() || name.length() > 40 || name.contains("/"))
      problems.put("name", "edit.name");
    choices.check(problems, "squad", entered.text("squad"), choices.squads());
    if (entered.text("squad").isEmpty() || entered.text("squad").endsWith(":"))
      problems.put("squad", "edit.no-squad");
    if (entered.text("speciality").isEmpty()) problems.put("speciality", "edit.unknown");
    choices.check(problems, "priority", entered.text("priority"), priorities());
    if (entered.text("asset").length() > 40) problems.put("asset", "edit.name");
    if (entered.all("keywords").stream().anyMatch(word -> word.length() > 30))
      problems.put("keywords", "edit.long-alias");
    var successor = entered.given("successor");
    if (successor.filter(next -> next.equals(id) || category(next).isEmpty()).isPresent())
      problems.put("successor", "edit.unknown");
    return problems;
  }

  private boolean hasGroup(String id) {
    return desk.catalogue()
        .name(new CategoryCode(id.substring(0, id.lastIndexOf('.'))))
        .isPresent();
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    var squad = entered.text("squad").split(":", 2);
    var category =
        new Category(
            new CategoryCode(id),
            entered.text("name"),
            "",
            entered.all("keywords"),
            new TeamId(squad[0]),
            squad[1],
            entered.text("speciality"),
            Priority.valueOf(entered.text("priority")),
            entered.text("asset"),
            entered.yes("aroundTheClock"),
            entered.yes("request"),
            entered.yes("retired"),
            entered.given("successor").map(CategoryCode::new));
    if (!new CatalogueEdit(tx).put(category, clock.instant()))
      throw new IllegalStateException("no group for " + id);
  }

  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {
    desk.catalogue().refresh();
  }
}
