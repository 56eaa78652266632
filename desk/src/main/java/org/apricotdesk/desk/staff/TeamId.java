package org.apricotdesk.desk.staff;

/// A team of the information department, such as `clinical`.
public record TeamId(String value) {
  public TeamId {
    if (value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException("no team id: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
