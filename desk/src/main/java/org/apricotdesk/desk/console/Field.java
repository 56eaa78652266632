package org.apricotdesk.desk.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One field of a form that edits something.
///
/// @param name also the key of its label, `column.<name>`
/// @param values what stands in it: one, or several of a choice of many
/// @param options what can be chosen, for kinds with a choice
/// @param problem the key of what is wrong with it
public record Field(
    String name, Kind kind, List<String> values, List<Option> options, Optional<String> problem) {
  public Field {
    values = List.copyOf(values);
    options = List.copyOf(options);
  }

  /// How it is filled in.
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    /// Several words, one a line.
    LINES,
    ONE_OF,
    MANY_OF,
    YES_NO
  }

  /// @param label as people read it
  public record Option(String value, String label) {}

  static Field text(String name, String value) {
    return new Field(name, Kind.TEXT, List.of(value), List.of(), Optional.empty());
  }

  static Field number(String name, int value) {
    return new Field(name, Kind.NUMBER, List.of("" + value), List.of(), Optional.empty());
  }

  static Field day(String name, Optional<LocalDate> value) {
    var typed = value.map(LocalDate::toString).orElse("");
    return new Field(name, Kind.DATE, List.of(typed), List.of(), Optional.empty());
  }

  static Field lines(String name, List<String> values) {
    return new Field(name, Kind.LINES, values, List.of(), Optional.empty());
  }

  static Field yes(String name, boolean value) {
    var values = value ? List.of("1") : List.<String>of();
    return new Field(name, Kind.YES_NO, values, List.of(), Optional.empty());
  }

  static Field oneOf(String name, String value, List<Option> options) {
    return new Field(name, Kind.ONE_OF, List.of(value), options, Optional.empty());
  }

  static Field manyOf(String name, List<String> values, List<Option> options) {
    return new Field(name, Kind.MANY_OF, values, options, Optional.empty());
  }

  /// The browser's kind of input.
  public String input() {
    return kind == Kind.DATE ? "date" : "text";
  }

  boolean offers(String value) {
    return options.stream().anyMatch(option -> option.value().equals(value));
  }

  Field with(List<String> entered, Optional<String> wrong) {
    return new Field(name, kind, entered, options, wrong);
  }

  public String value() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean has(String value) {
    return values.contains(value);
  }

  public boolean yes() {
    return has("1");
  }

  /// The lines of a field with several, as one text.
  public String lines() {
    return String.join("\n", values);
  }
}
