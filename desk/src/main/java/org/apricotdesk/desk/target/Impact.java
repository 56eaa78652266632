package org.apricotdesk.desk.target;

import java.util.Locale;

/// How much of the hospital is affected, from one desk to everybody.
public enum Impact {
  INDIVIDUAL,
  DEPARTMENT,
  MULTI_DEPT,
  HOSPITAL;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
