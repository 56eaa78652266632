package org.apricotdesk.desk.privacy;

import java.util.Locale;

/// What kind of patient data a piece of text is.
public enum PatientData {
  PATIENT_NAME,
  ID_CARD,
  MOBILE,
  INPATIENT_NO,
  OUTPATIENT_NO,
  INSURANCE_NO,
  EXAM_NO,
  BED_NO;

  /// The code used in exports and evaluations: `patient_name`, `id_card` and so on.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
