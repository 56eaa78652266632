package org.apricotdesk.desk.incident;

import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;

/// Hides patient data in whatever people write about incidents, before a rule even looks at it.
final class Masking {
  private final Masker masker;

  Masking(People people) {
    this.masker = new Masker(people::isStaffName);
  }

  Wish of(Wish wish) {
    return switch (wish) {
      case Wish.Dismiss w -> new Wish.Dismiss(w.by(), clean(w.reason()));
      case Wish.Declare w -> of(w);
      case Wish.Update w ->
          new Wish.Update(w.by(), clean(w.text()), clean(w.workaround()), w.next());
      case Wish.ChangeArea w -> new Wish.ChangeArea(w.by(), w.to(), clean(w.reason()));
      case Wish.ChangeLevel w -> new Wish.ChangeLevel(w.by(), w.to(), clean(w.reason()));
      case Wish.RestorePart w -> new Wish.RestorePart(w.by(), w.departments(), clean(w.text()));
      case Wish.Restore w -> new Wish.Restore(w.by(), clean(w.text()), clean(w.backfill()));
      case Wish.WriteReview w -> new Wish.WriteReview(w.by(), of(w.review()));
      case Wish.Close w -> new Wish.Close(w.by(), clean(w.note()));
      case Wish.AnswerCall _, Wish.FinishMeasure _ -> wish;
    };
  }

  Wish.Declare of(Wish.Declare w) {
    return new Wish.Declare(
        w.by(),
        w.level(),
        clean(w.title()),
        w.categories(),
        w.area(),
        clean(w.symptom()),
        clean(w.action()),
        clean(w.workaround()),
        w.started(),
        w.next());
  }

  private Review of(Review review) {
    return new Review(
        clean(review.cause()),
        clean(review.detection()),
        clean(review.worked()),
        clean(review.publicText()),
        review.measures().stream()
            .map(m -> new Review.Measure(clean(m.what()), m.owner(), m.due(), m.done()))
            .toList());
  }

  private String clean(String text) {
    return masker.mask(text).text();
  }
}
