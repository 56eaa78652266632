package org.apricotdesk.bot.dialogue;

import static java.util.stream.Collectors.toSet;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apricotdesk.bot.understanding.DepartmentMention;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.desk.ticket.Ticket;

/// Tells one thing from another by where it stands and what it is called: the same trouble with two
/// printers is two tickets. What is not said counts as the same.
final class Whereabouts {
  private static final Pattern NUMBERED = Pattern.compile("(\\d+|[一二三四五六七八九十]+)([楼层号床窗诊房室])");
  private static final Pattern DEVICES = Pattern.compile("[a-z]{2,}[-_]?\\d{2,}");

  private final Pattern rooms;
  private final Pattern another;

  Whereabouts(Speech speech) {
    this.rooms = Pattern.compile(speech.say("room.words"));
    this.another = Pattern.compile(speech.say("another.words"));
  }

  /// The spot within its department: floor or number, then the room, as far as they are said.
  Optional<String> spot(Item item) {
    var number = item.place();
    var room =
        rooms
            .matcher(item.text())
            .results()
            .map(MatchResult::group)
            .filter(name -> !number.orElse("").contains(name))
            .findFirst();
    return number.map(named -> named + room.orElse("")).or(() -> room);
  }

  /// Whether this is about another thing than that ticket.
  boolean differ(Ticket ticket, Item item) {
    var place = ticket.report().place();
    var department = item.department().flatMap(DepartmentMention::certain);
    var here = item.place().orElse("") + " " + item.text();
    var there = place.spot().orElse("") + " " + ticket.report().title();
    return (department.isPresent()
            && place.department().isPresent()
            && !department.equals(place.department()))
        || areDisjoint(found(rooms, here), found(rooms, there))
        || areNumberedOtherwise(numbers(here), numbers(there))
        || areDisjoint(devices(here), devices(there))
        || another.matcher(here).find();
  }

  /// "3诊室" is not "5诊室"; "3诊室" may well be on "二楼".
  private static boolean areNumberedOtherwise(Map<String, String> here, Map<String, String> there) {
    return here.entrySet().stream()
        .anyMatch(one -> !there.getOrDefault(one.getKey(), one.getValue()).equals(one.getValue()));
  }

  private static Map<String, String> numbers(String text) {
    var numbers = new HashMap<String, String>();
    NUMBERED
        .matcher(text)
        .results()
        .forEach(one -> numbers.put(one.group(2), digits(one.group(1))));
    return numbers;
  }

  /// "三楼" is "3楼".
  private static String digits(String number) {
    var digit = "一二三四五六七八九".indexOf(number) + 1;
    return digit > 0 ? String.valueOf(digit) : number;
  }

  private static Set<String> devices(String text) {
    return found(DEVICES, text.toLowerCase(Locale.ROOT));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(toSet());
  }

  /// Both say something, and nothing of it agrees.
  private static boolean areDisjoint(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
  }
}
