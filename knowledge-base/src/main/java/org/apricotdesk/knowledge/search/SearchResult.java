package org.apricotdesk.knowledge.search;

import java.util.List;

/// What a search found, best first, and what spoke for each of the candidates.
///
/// @param genre what the index holds, which says how to weigh what was found
/// @param order for each of `found`, its place among the candidates of `signals`
public record SearchResult(
    Genre genre, String question, List<Found> found, List<Integer> order, Signals signals) {
  public SearchResult {
    found = List.copyOf(found);
    order = List.copyOf(order);
  }

  /// A signal of the article at a place in the ranking; 0 if there are fewer.
  public float signal(String name, int place) {
    return place < order.size() ? signals.of(name)[order.get(place)] : 0;
  }
}
