package org.apricotdesk.desk.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Snapshot;

/// The service catalogue, kept in memory like [org.apricotdesk.desk.staff.People].
public final class Catalogue {
  private final Snapshot<Content> snapshot;

  private record Content(Map<CategoryCode, Category> leaves, Map<CategoryCode, String> groups) {}

  public Catalogue(Database database) {
    var store = new CatalogueStore(database.pool());
    this.snapshot = new Snapshot<>(store::revision, () -> read(store));
  }

  private static Content read(CatalogueStore store) {
    var leaves = new LinkedHashMap<CategoryCode, Category>();
    store.leaves().forEach(category -> leaves.put(category.code(), category));
    return new Content(leaves, store.groups());
  }

  /// Reads the catalogue anew if it has changed.
  public void refresh() {
    snapshot.refresh();
  }

  private Map<CategoryCode, Category> all() {
    return snapshot.value().leaves();
  }

  private Map<CategoryCode, String> groups() {
    return snapshot.value().groups();
  }

  /// The kind of work of that code, retired ones too: old tickets still carry them.
  public Optional<Category> find(CategoryCode code) {
    return Optional.ofNullable(all().get(code));
  }

  /// What a new ticket may carry: the category, or for a retired one what replaced it.
  public Optional<Category> current(CategoryCode code) {
    return find(code)
        .flatMap(
            category ->
                category.retired()
                    ? category.successor().flatMap(this::current)
                    : Optional.of(category));
  }

  /// Every kind of work one may choose, in the catalogue's order.
  public List<Category> leaves() {
    return all().values().stream().filter(category -> !category.retired()).toList();
  }

  /// Whether one may choose that kind of work, or one below it.
  public boolean holds(String code) {
    return leaves().stream()
        .map(leaf -> leaf.code().value())
        .anyMatch(leaf -> leaf.equals(code) || leaf.startsWith(code + "."));
  }

  /// What stands on level 1, by code.
  public Map<CategoryCode, String> systems() {
    var systems = new LinkedHashMap<CategoryCode, String>();
    groups()
        .forEach(
            (code, name) -> {
              if (code.value().equals(code.system())) systems.put(code, name);
            });
    return systems;
  }

  /// Every code of any level under which there is work to choose, with the names from level 1 down;
  /// what stands below another follows it.
  public Map<String, String> paths() {
    var paths = new LinkedHashMap<String, String>();
    for (var leaf : leaves()) {
      var path = "";
      for (var code : leaf.code().levels()) {
        var name = name(code).orElse(code.value());
        path = path.isEmpty() ? name : path + " / " + name;
        paths.putIfAbsent(code.value(), path);
      }
    }
    return paths;
  }

  /// What a code of any level is called.
  public Optional<String> name(CategoryCode code) {
    return find(code).map(Category::name).or(() -> Optional.ofNullable(groups().get(code)));
  }
}
