package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.spare.SpareKind;
import org.apricotdesk.desk.spare.Spares;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Speech;

/// A kind of spare: what it is called, how many are to be in store, the numbers on them.
final class SpareForm implements Editable {
  private static final int LONGEST_NUMBER = 40;

  private final Spares spares;

  SpareForm(Spares spares) {
    this.spares = spares;
  }

  @Override
  public String section() {
    return "spares";
  }

  @Override
  public String noun() {
    return "spare";
  }

  @Override
  public boolean grows() {
    return true;
  }

  private Optional<SpareKind> kind(String id) {
    return spares.kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  @Override
  public Optional<String> name(String id) {
    return kind(id).map(SpareKind::name);
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var kind = kind(id);
    return List.of(
        Field.text("name", kind.map(SpareKind::name).orElse("")),
        Field.number("minimum", kind.map(SpareKind::minimum).orElse(0)),
        Field.lines("assets", kind.map(SpareKind::assets).orElse(List.of())));
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    var name = entered.text("name");
    if (name.isEmpty() || name.length() > 30) problems.put("name", "edit.name");
    if (entered.number("minimum") < 0) problems.put("minimum", "edit.number");
    var assets = entered.all("assets");
    if (assets.stream().anyMatch(asset -> asset.length() > LONGEST_NUMBER))
      problems.put("assets", "edit.asset");
    var elsewhere =
        spares.kinds().stream()
            .filter(kind -> !kind.id().equals(id))
            .flatMap(kind -> kind.assets().stream());
    if (elsewhere.anyMatch(assets::contains)) problems.put("assets", "edit.asset-taken");
    return problems;
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    spares.put(tx, id, entered.text("name"), entered.number("minimum"), entered.all("assets"));
  }

  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {}
}
