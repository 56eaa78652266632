package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A department by its stable id, such as `main-jizhen`; names may change, ids may not.
public record DepartmentId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DepartmentId {
    if (value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException("no department id: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
