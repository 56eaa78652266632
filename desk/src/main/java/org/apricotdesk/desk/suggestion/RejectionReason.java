package org.apricotdesk.desk.suggestion;

import java.util.Locale;

/// Why a wish is not fulfilled; domain §10.1.
public enum RejectionReason {
  ALREADY_EXISTS,
  TRAINING_ISSUE,
  POLICY_CONFLICT,
  VENDOR_LIMIT,
  LOW_VALUE,
  SAFETY_RISK,
  OUT_OF_SCOPE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
