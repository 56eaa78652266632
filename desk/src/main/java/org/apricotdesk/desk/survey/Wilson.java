package org.apricotdesk.desk.survey;

/// Where a share probably lies if this many of so many said yes, with 95 % confidence.
///
/// @param low from 0 to 1, like `high`
public record Wilson(long yes, long of, double low, double high) {
  private static final double Z = 1.959964;

  /// Below this nobody should read anything into it.
  public static final int FEW = 5;

  public static Wilson interval(long yes, long of) {
    if (of < 1 || yes < 0 || yes > of)
      throw new IllegalArgumentException(yes + " of " + of + " is no share");
    var n = (double) of;
    var share = yes / n;
    var square = Z * Z;
    var middle = share + square / (2 * n);
    var spread = Z * Math.sqrt(share * (1 - share) / n + square / (4 * n * n));
    var scale = 1 + square / n;
    return new Wilson(
        yes, of, Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
  }

  /// Whether too few answered.
  public boolean tooFew() {
    return of < FEW;
  }
}
