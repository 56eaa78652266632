package org.apricotdesk.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.knowledge.search.Searchable;

/// As many articles as wanted, from those there are: copies differ in a number of their own in
/// title and text, always in the same way.
final class Articles {
  private Articles() {}

  static List<Searchable> grown(List<Searchable> few, int wanted) {
    var out = new ArrayList<Searchable>(wanted);
    for (int i = 0; i < wanted; i++) {
      var one = few.get(i % few.size());
      int round = i / few.size();
      out.add(round == 0 ? one : copy(one, i));
    }
    return out;
  }

  private static Searchable copy(Searchable one, int number) {
    var room = " " + number + "号";
    return new Searchable(
        one.id() + "-" + number,
        one.title() + room,
        one.category(),
        one.labels(),
        one.symptoms(),
        one.body() + "\n型号" + room);
  }
}
