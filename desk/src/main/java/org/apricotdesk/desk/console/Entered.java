package org.apricotdesk.desk.console;

import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What somebody entered into a form, by field; blanks around it are gone.
record Entered(Map<String, List<String>> values) {

  static Entered of(MultiMap form, List<Field> fields) {
    var values = new TreeMap<String, List<String>>();
    for (var field : fields) values.put(field.name(), read(form, field));
    return new Entered(values);
  }

  private static List<String> read(MultiMap form, Field field) {
    var typed = form.getAll(field.name()).stream().map(String::strip).toList();
    return switch (field.kind()) {
      case TEXT, NUMBER, DATE, ONE_OF -> List.of(typed.isEmpty() ? "" : typed.getFirst());
      case LINES ->
          typed.stream()
              .flatMap(text -> Arrays.stream(text.split("[\\n、,，]+")))
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .distinct()
              .toList();
      case MANY_OF -> typed.stream().filter(field::offers).sorted().distinct().toList();
      case YES_NO -> typed.contains("1") ? List.of("1") : List.of();
    };
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  String text(String name) {
    return all(name).isEmpty() ? "" : all(name).getFirst();
  }

  Optional<String> given(String name) {
    return Optional.of(text(name)).filter(value -> !value.isEmpty());
  }

  boolean yes(String name) {
    return all(name).contains("1");
  }

  int number(String name) {
    return text(name).matches("\\d{1,6}") ? Integer.parseInt(text(name)) : -1;
  }

  /// A day; empty where none was typed or it is none.
  Optional<LocalDate> day(String name) {
    try {
      return given(name).map(LocalDate::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// A figure, such as `12.50`; empty where none was typed or it is none.
  Optional<BigDecimal> amount(String name) {
    return given(name)
        .filter(typed -> typed.matches("-?\\d{1,12}(\\.\\d{1,4})?"))
        .map(BigDecimal::new);
  }
}
