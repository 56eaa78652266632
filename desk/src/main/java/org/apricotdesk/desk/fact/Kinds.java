package org.apricotdesk.desk.fact;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The records that a sealed interface permits, by the names they have in the log.
///
/// @param <T> the sealed interface
public final class Kinds<T> {
  private final Class<T> all;
  private final Map<String, Class<?>> byName;

  private Kinds(Class<T> all) {
    this.all = all;
    this.byName =
        Arrays.stream(all.getPermittedSubclasses())
            .collect(Collectors.toMap(Facts::typeOf, kind -> kind));
  }

  public static <T> Kinds<T> of(Class<T> all) {
    return new Kinds<>(all);
  }

  /// @throws IllegalStateException if it cannot be read, which would be our mistake
  public T read(String name, JsonObject fact) {
    var kind = byName.get(name);
    if (kind == null) throw new IllegalStateException("no " + all.getName() + " is " + name);
    return all.cast(Facts.read(fact, kind));
  }
}
