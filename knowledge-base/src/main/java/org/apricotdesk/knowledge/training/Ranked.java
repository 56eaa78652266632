package org.apricotdesk.knowledge.training;

import java.util.List;
import org.apricotdesk.knowledge.search.CloserLook;
import org.apricotdesk.knowledge.search.Found;
import org.apricotdesk.knowledge.search.SearchResult;

/// A question's candidates in the order of scores given by weights that never saw it.
record Ranked(Lesson lesson, SearchResult result, List<Integer> places) {
  static Ranked of(Lesson lesson, Weights weights) {
    var first = weights.first(lesson);
    var scores = CloserLook.scores(first, weights.closer(lesson.closer(first)));
    var places = CloserLook.order(scores);
    var before = lesson.result();
    var found = places.stream().map(i -> new Found(before.found().get(i).id(), scores[i])).toList();
    var order = places.stream().map(before.order()::get).toList();
    var result =
        new SearchResult(before.genre(), before.question(), found, order, before.signals());
    return new Ranked(lesson, result, places);
  }

  double gain() {
    var grades = new double[Math.min(10, places.size())];
    for (int i = 0; i < grades.length; i++) grades[i] = lesson.grades()[places.get(i)];
    return Lesson.gain(grades) / lesson.ideal();
  }

  /// Whether one of the first so many answers the question.
  boolean isRight(int first) {
    return places.stream().limit(first).anyMatch(i -> lesson.grades()[i] > 0);
  }
}
