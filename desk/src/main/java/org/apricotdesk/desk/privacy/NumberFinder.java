package org.apricotdesk.desk.privacy;

import static org.apricotdesk.desk.privacy.PatientData.ID_CARD;
import static org.apricotdesk.desk.privacy.PatientData.MOBILE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds numbers that name a person: by their own form, or by the word before them.
///
/// Digits are read in groups; groups that only a space, a hyphen or a line end separates may belong
/// together (`991301 19560311 4003`). At most [#LONGEST] digits are joined, so time stays linear.
final class NumberFinder {
  private static final int LONGEST = 18;
  private static final int SHORTEST = 6;

  private final Glyphs glyphs;
  private final List<Finding> found = new ArrayList<>();
  private final List<Group> groups;

  NumberFinder(Glyphs glyphs) {
    this.glyphs = glyphs;
    this.groups = groups(glyphs);
  }

  List<Finding> find() {
    for (var first = 0; first < groups.size(); ) {
      first = joined(first).map(this::take).orElse(first);
      if (first < groups.size() && !taken(groups.get(first))) {
        single(groups.get(first)).ifPresent(found::add);
        first++;
      }
    }
    return found;
  }

  private boolean taken(Group group) {
    return !found.isEmpty() && group.start() < found.getLast().end();
  }

  private int take(Window window) {
    found.add(window.finding());
    return window.next();
  }

  private record Window(Finding finding, int next) {}

  /// The longest identity card or mobile that begins with this group.
  private Optional<Window> joined(int first) {
    if (!standsAlone(groups.get(first))) {
      return Optional.empty();
    }
    var digits = new StringBuilder();
    Window best = null;
    for (var last = first; last < groups.size(); last++) {
      var group = groups.get(last);
      if (last > first && !linked(groups.get(last - 1), group)) {
        break;
      }
      digits.append(glyphs.text(group.start(), group.end()));
      if (digits.length() > LONGEST) {
        break;
      }
      var finding = whole(digits.toString(), groups.subList(first, last + 1));
      if (finding.isPresent()) {
        best = new Window(finding.get(), last + 1);
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Finding> whole(String digits, List<Group> parts) {
    var start = parts.getFirst().start();
    var end = parts.getLast().end();
    if (IdCard.endsWithX(digits, glyphs, end)) {
      return Optional.of(new Finding(ID_CARD, start, end + 1));
    }
    if (IdCard.whole(digits) && !glyphs.letterAt(end)) {
      return Optional.of(new Finding(ID_CARD, start, end));
    }
    if (IdCard.old(digits) && parts.size() == 1 && !Context.before(glyphs, start).foreign()) {
      return Optional.of(new Finding(ID_CARD, start, end));
    }
    return Mobile.in(glyphs, digits, parts).map(from -> new Finding(MOBILE, from, end));
  }

  /// A number by the word before it, by its own prefix, or as the next of a list.
  private Optional<Finding> single(Group group) {
    var start = startWithLetters(group);
    var length = group.end() - group.start();
    if (length < SHORTEST) {
      return Optional.empty();
    }
    var context = Context.before(glyphs, start);
    var type =
        context
            .type(glyphs, start, group.start(), length)
            .or(() -> nextOfList(start, length))
            .or(() -> context.foreign() ? Optional.empty() : Shape.of(glyphs, start, group));
    return type.filter(_ -> !glyphs.letterAt(group.end()) && !decimal(group))
        .map(kind -> new Finding(kind, start, group.end()));
  }

  private Optional<PatientData> nextOfList(int start, int length) {
    if (found.isEmpty() || start - found.getLast().end() > 3) {
      return Optional.empty();
    }
    var last = found.getLast();
    var between = glyphs.text(last.end(), start).strip();
    var sameShape = last.end() - last.start() == length + lettersAt(start);
    return sameShape && between.length() == 1 && "和跟与及、,/;；".contains(between)
        ? Optional.of(last.type()).filter(type -> type != MOBILE || length == 11)
        : Optional.empty();
  }

  private int lettersAt(int start) {
    var end = start;
    while (glyphs.letterAt(end)) {
      end++;
    }
    return end - start;
  }

  private boolean decimal(Group group) {
    return (glyphs.at(group.end()) == '.' && glyphs.digitAt(group.end() + 1))
        || (glyphs.at(group.start() - 1) == '.' && glyphs.digitAt(group.start() - 2));
  }

  /// Up to four letters right before the digits belong to the number: `CT2603180077`.
  private int startWithLetters(Group group) {
    var start = group.start();
    while (group.start() - start < 4 && glyphs.letterAt(start - 1)) {
      start--;
    }
    return glyphs.letterAt(start - 1) ? group.start() : start;
  }

  /// Letters or a decimal point right before digits mean a code or an amount, not a person.
  private boolean standsAlone(Group group) {
    var before = glyphs.at(group.start() - 1);
    var code =
        glyphs.letterAt(group.start() - 1) || (before == '-' && glyphs.letterAt(group.start() - 2));
    return (!code || Context.phoneWord(glyphs, group.start())) && !decimal(group);
  }

  private boolean linked(Group left, Group right) {
    var gap = right.start() - left.end();
    if (gap < 1 || gap > 2) {
      return false;
    }
    for (var i = left.end(); i < right.start(); i++) {
      if (" -\n\u200b·".indexOf(glyphs.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Group> groups(Glyphs glyphs) {
    var groups = new ArrayList<Group>();
    for (var i = 0; i < glyphs.length(); i++) {
      if (glyphs.digitAt(i)) {
        var start = i;
        while (glyphs.digitAt(i)) {
          i++;
        }
        groups.add(new Group(start, i));
      }
    }
    return groups;
  }
}
