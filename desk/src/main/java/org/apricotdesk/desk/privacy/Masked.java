package org.apricotdesk.desk.privacy;

import java.util.List;

/// A text that may be kept, and what was hidden in it; findings are in order of place.
public record Masked(String text, List<Finding> findings) {
  public Masked {
    findings = List.copyOf(findings);
  }

  /// Whether anything had to be hidden. A bed number alone never counts as patient data.
  public boolean hidesAnything() {
    return findings.stream().anyMatch(finding -> finding.type() != PatientData.BED_NO);
  }
}
