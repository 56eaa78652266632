package org.apricotdesk.bot.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;

/// Tells which kind of work a text is about: rules for what words decide, the trained model, and
/// where that is in doubt the knowledge base.
final class Categories {
  private static final String EQUIPMENT = "other.redirect.device";
  private static final double SURE = 0.9;
  private static final double REDIRECT = 0.5;
  private static final double WEIGHT = 0.45;

  private final LinearModel model;
  private final Hints hints;
  private final Map<String, Category> known;
  private final Words cues = Words.cues();

  Categories(LinearModel model, Hints hints, Map<String, Category> known) {
    this.model = model;
    this.hints = hints;
    this.known = known;
  }

  LinearModel.Guess of(String text) {
    if (brokenEquipment(text)) {
      return new LinearModel.Guess(EQUIPMENT, 1);
    }
    var ranked = ranked(text);
    var first = ranked.getFirst();
    return first.probability() >= SURE ? first : withHints(text, ranked);
  }

  /// The model's word alone, quick enough to try every place where a text may be split.
  LinearModel.Guess quickly(String text) {
    return brokenEquipment(text) ? new LinearModel.Guess(EQUIPMENT, 1) : ranked(text).getFirst();
  }

  List<String> words(String text, String code, int most) {
    return model.words(text, code, most);
  }

  private LinearModel.Guess withHints(String text, List<LinearModel.Guess> ranked) {
    var opinion = hints.on(text);
    var weight = WEIGHT * opinion.trust();
    return ranked.stream()
        .map(
            guess ->
                new LinearModel.Guess(
                    guess.label(),
                    (1 - weight) * guess.probability()
                        + weight * opinion.shares().getOrDefault(guess.label(), 0.0)))
        .max(Comparator.comparingDouble(LinearModel.Guess::probability))
        .orElseThrow();
  }

  private List<LinearModel.Guess> ranked(String text) {
    var ours = !Systems.in(text).isEmpty();
    var ranked =
        model.rank(text).stream()
            .filter(guess -> known.containsKey(guess.label()))
            .filter(guess -> !ours || !doubtfulRedirect(guess))
            .toList();
    return ranked.isEmpty()
        ? List.of(new LinearModel.Guess(CategoryCode.UNCLEAR.value(), 0))
        : ranked;
  }

  /// What names a system of ours is sent to another department only where that is sure.
  private static boolean doubtfulRedirect(LinearModel.Guess guess) {
    return guess.label().startsWith("other.redirect") && guess.probability() < REDIRECT;
  }

  /// A monitor with a broken screen is the equipment department's; one whose values do not arrive
  /// is ours.
  private boolean brokenEquipment(String text) {
    return known.containsKey(EQUIPMENT)
        && cues.any(text, "equipment")
        && cues.any(text, "equipmentfault")
        && !cues.any(text, "equipmentdata");
  }
}
