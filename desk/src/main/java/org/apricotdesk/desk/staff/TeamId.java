package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A team of the information department, such as `clinical`.
public record TeamId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TeamId {
    if (value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException("no team id: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
