package org.apricotdesk.desk.privacy;

import java.util.Arrays;
import java.util.List;

/// Where numbers and beds stand around each character, looked up in constant time.
final class Surroundings {
  private static final int NONE = Integer.MAX_VALUE;

  private final Glyphs glyphs;
  private final boolean[] inNumber;
  private final boolean[] bedEnds;
  private final int[] nextNumber;
  private final int[] nextBed;
  private final boolean numbers;

  Surroundings(Glyphs glyphs, List<Finding> numbers, List<Finding> beds) {
    this.glyphs = glyphs;
    this.inNumber = new boolean[glyphs.length() + 1];
    this.bedEnds = new boolean[glyphs.length() + 1];
    this.nextNumber = next(numbers, glyphs.length());
    this.nextBed = next(beds, glyphs.length());
    this.numbers = !numbers.isEmpty();
    numbers.forEach(number -> Arrays.fill(inNumber, number.start(), number.end(), true));
    beds.forEach(bed -> bedEnds[bed.end()] = true);
  }

  boolean anyNumber() {
    return numbers;
  }

  boolean insideNumber(int index) {
    return inNumber[index];
  }

  /// Whether a bed ends right before, with at most a space, a comma or 的 between.
  boolean followsBed(int index) {
    var end = index;
    while (end > 0 && index - end < 3 && " ,:的-(\n".indexOf(glyphs.at(end - 1)) >= 0) {
      end--;
    }
    return bedEnds[end];
  }

  /// How far the next bed is, or a very large number.
  int toBed(int index) {
    return nextBed[index] == NONE ? NONE : nextBed[index] - index;
  }

  int toNumber(int index) {
    return nextNumber[index] == NONE ? NONE : nextNumber[index] - index;
  }

  private static int[] next(List<Finding> findings, int length) {
    var starts = new int[length + 1];
    Arrays.fill(starts, NONE);
    findings.forEach(finding -> starts[finding.start()] = finding.start());
    for (var i = length - 1; i >= 0; i--) {
      starts[i] = Math.min(starts[i], starts[i + 1]);
    }
    return starts;
  }
}
