package org.apricotdesk.desk.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.IntStream;

/// The stable key of a category, `l1.l2.l3`; names may change, codes may not.
public record CategoryCode(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CategoryCode {
    if (!value.matches("[a-z0-9]+(\\.[a-z0-9]+){0,2}"))
      throw new IllegalArgumentException("no category code: '" + value + "'");
  }

  /// Where work nobody can place goes until a dispatcher has looked at it.
  public static final CategoryCode UNCLEAR = new CategoryCode("other.general.unclear");

  /// Whether this names a kind of work (level 3) rather than a group of them.
  public boolean isLeaf() {
    return value.chars().filter(letter -> letter == '.').count() == 2;
  }

  /// The codes from level 1 down to this one.
  List<CategoryCode> levels() {
    return IntStream.rangeClosed(1, value.length())
        .filter(end -> end == value.length() || value.charAt(end) == '.')
        .mapToObj(end -> new CategoryCode(value.substring(0, end)))
        .toList();
  }

  /// The system it belongs to, level 1: `printer` of `printer.laser.jam`.
  public String system() {
    return value.contains(".") ? value.substring(0, value.indexOf('.')) : value;
  }

  @Override
  public String toString() {
    return value;
  }
}
