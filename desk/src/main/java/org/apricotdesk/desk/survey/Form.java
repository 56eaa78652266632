package org.apricotdesk.desk.survey;

import java.util.List;
import java.util.Optional;

/// What somebody answered.
///
/// @param answers one for each [Question], empty where they had no opinion
public record Form(List<Optional<Integer>> answers, String best, String worst) {
  private static final int ENOUGH = 4;

  public Form {
    answers = List.copyOf(answers);
    if (answers.size() != Question.values().length)
      throw new IllegalArgumentException("not an answer for each question");
  }

  boolean inRange() {
    return answers.stream().flatMap(Optional::stream).allMatch(a -> a >= 1 && a <= 5);
  }

  boolean answersEnough() {
    return answers.stream().flatMap(Optional::stream).count() >= ENOUGH;
  }
}
