package org.apricotdesk.desk.staff;

/// One site of the hospital, such as `main`.
public record CampusId(String value) {
  public CampusId {
    if (value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException("no campus id: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
