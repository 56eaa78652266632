package org.apricotdesk.desk.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.database.Database;

/// The service catalogue, kept in memory like [org.apricotdesk.desk.staff.People].
public final class Catalogue {
  private final Database database;
  private volatile Map<CategoryCode, Category> leaves = Map.of();
  private volatile Map<CategoryCode, String> groups = Map.of();
  private volatile long revision = -1;

  public Catalogue(Database database) {
    this.database = database;
    refresh();
  }

  /// Reads the catalogue anew if it has changed.
  public void refresh() {
    var store = new CatalogueStore(database.pool());
    var latest = store.revision();
    if (latest == revision) return;
    var found = new LinkedHashMap<CategoryCode, Category>();
    store.leaves().forEach(category -> found.put(category.code(), category));
    leaves = found;
    groups = store.groups();
    revision = latest;
  }

  /// The kind of work of that code, retired ones too: old tickets still carry them.
  public Optional<Category> find(CategoryCode code) {
    return Optional.ofNullable(leaves.get(code));
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
    return leaves.values().stream().filter(category -> !category.retired()).toList();
  }

  /// What stands on level 1, by code.
  public Map<CategoryCode, String> systems() {
    var systems = new LinkedHashMap<CategoryCode, String>();
    groups.forEach(
        (code, name) -> {
          if (code.value().equals(code.system())) systems.put(code, name);
        });
    return systems;
  }

  /// What a code of any level is called.
  public Optional<String> name(CategoryCode code) {
    return find(code).map(Category::name).or(() -> Optional.ofNullable(groups.get(code)));
  }
}
