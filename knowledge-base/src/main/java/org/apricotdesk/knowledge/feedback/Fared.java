package org.apricotdesk.knowledge.feedback;

/// How an article has fared.
///
/// @param solved how often it ended the matter
public record Fared(int shown, int solved, int useful, int useless, int uselessThisWeek) {
  /// Never shown.
  public static final Fared NONE = new Fared(0, 0, 0, 0, 0);

  private static final int ENOUGH = 20;
  private static final int FEW_PERCENT = 20;
  private static final int TOO_MANY = 3;
  private static final double WEIGHT = 0.5;
  private static final int PRIOR = 3;

  /// Solved less than one time in five, or useless three times in a week.
  public boolean needsRewriting() {
    boolean seldomHelps = shown >= ENOUGH && solved * 100 < FEW_PERCENT * shown;
    return seldomHelps || uselessThisWeek >= TOO_MANY;
  }

  /// What to add to the article's score: a little, so that words still decide.
  public double bonus() {
    return WEIGHT * Math.log((useful + PRIOR) / (double) (useless + PRIOR));
  }
}
