package org.apricotdesk.desk.privacy;

/// One piece of patient data: where it stands in the text as it was written, end excluded.
public record Finding(PatientData type, int start, int end) {
  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a finding needs a place, not " + start + ".." + end);
    }
  }

  /// The words found, taken from the text that was searched.
  public String in(String original) {
    return original.substring(start, end);
  }
}
