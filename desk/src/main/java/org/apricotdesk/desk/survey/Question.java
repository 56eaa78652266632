package org.apricotdesk.desk.survey;

import java.util.Locale;

/// What every form asks, each to be answered from 1 to 5; domain §17.
public enum Question {
  STABILITY,
  SPEED,
  QUALITY,
  ATTITUDE,
  DELIVERY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
