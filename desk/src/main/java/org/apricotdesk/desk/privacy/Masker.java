package org.apricotdesk.desk.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Finds patient data and hides it before anything is stored, indexed, forwarded or logged.
///
/// Numbers keep their last four characters, names their surname, beds stay readable. A masked text
/// is as long as its original (characters outside the basic plane shrink to one), and masking
/// it again changes nothing. Time grows linearly with the text: there is no regular expression.
public final class Masker {
  private static final int MOST_PASSES = 4;

  private final NameFinder names;

  /// @param isStaff whether a full name is in the staff directory; such names stay readable
  public Masker(Predicate<String> isStaff) {
    this.names = new NameFinder(Lexicon.load(), isStaff);
  }

  public Masked mask(String text) {
    var glyphs = Glyphs.of(text);
    var found = search(glyphs);
    return new Masked(glyphs.masked(0, glyphs.length()), glyphs.placed(found, 0, glyphs.length()));
  }

  /// Masks two messages that followed one another, so that an identifier split over them is found.
  public MaskedPair maskAcross(String previous, String text) {
    var glyphs = Glyphs.of(previous + "\n" + text);
    var found = search(glyphs);
    var border = glyphs.indexAt(previous.length());
    return new MaskedPair(
        new Masked(glyphs.masked(0, border), glyphs.placed(found, 0, border)),
        new Masked(
            glyphs.masked(border + 1, glyphs.length()),
            glyphs.placed(found, border + 1, glyphs.length())));
  }

  /// Searches until a pass finds nothing new, so that masking a masked text changes nothing.
  private List<Finding> search(Glyphs glyphs) {
    var found = new ArrayList<Finding>();
    for (var pass = 0; pass < MOST_PASSES; pass++) {
      var fresh = new ArrayList<>(new NumberFinder(glyphs).find());
      fresh.addAll(names.find(glyphs, fresh));
      fresh.removeIf(finding -> finding.type() == PatientData.BED_NO && found.contains(finding));
      found.addAll(fresh);
      fresh.forEach(glyphs::hide);
      if (fresh.stream().allMatch(finding -> finding.type() == PatientData.BED_NO)) {
        break;
      }
    }
    found.sort(Comparator.comparingInt(Finding::start));
    return found;
  }
}
