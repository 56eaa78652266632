package org.apricotdesk.desk.suggestion;

import org.apricotdesk.desk.privacy.Masker;

/// Hides patient data in whatever people write about suggestions.
record Masking(Masker masker) {
  Wish of(Wish wish) {
    return switch (wish) {
      case Wish.Approve w -> new Wish.Approve(w.by(), w.owner(), w.plannedEnd(), clean(w.note()));
      case Wish.Defer w -> new Wish.Defer(w.by(), clean(w.note()));
      case Wish.Reject w -> new Wish.Reject(w.by(), w.reason(), clean(w.text()));
      case Wish.Advance w ->
          new Wish.Advance(w.by(), w.to(), w.pilot(), clean(w.note()), clean(w.skip()));
      case Wish.Measure w -> new Wish.Measure(w.by(), w.value(), clean(w.note()));
      case Wish.FeedBack w -> new Wish.FeedBack(w.by(), clean(w.text()));
      case Wish.Triage _,
          Wish.MergeInto _,
          Wish.Second _,
          Wish.Review _,
          Wish.Vote _,
          Wish.Assess _,
          Wish.SetBaseline _,
          Wish.Withdraw _ ->
          wish;
    };
  }

  String clean(String text) {
    return masker.mask(text).text();
  }
}
