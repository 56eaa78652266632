package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One site of the hospital, such as `main`.
public record CampusId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CampusId {
    if (value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException("no campus id: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
