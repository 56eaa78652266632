package org.apricotdesk.desk.target;

import java.util.function.Predicate;

/// What a hospital has that something may be promised for.
///
/// @param category whether there is a category of that code, or one below it
/// @param campus whether there is a campus of that id
public record Known(Predicate<String> category, Predicate<String> campus) {
  boolean has(Targets.Special one) {
    return hasCategory(one) && hasPlace(one);
  }

  private boolean hasCategory(Targets.Special one) {
    return one.category().isEmpty() || category.test(one.category());
  }

  private boolean hasPlace(Targets.Special one) {
    return one.place().isEmpty()
        || one.place().equals(Targets.Special.CRITICAL)
        || campus.test(one.place());
  }
}
