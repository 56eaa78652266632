package org.apricotdesk.desk.staff;

/// A department by its stable id, such as `main-jizhen`; names may change, ids may not.
public record DepartmentId(String value) {
  public DepartmentId {
    if (value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException("no department id: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
