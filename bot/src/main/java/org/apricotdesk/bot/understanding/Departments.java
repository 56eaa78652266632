package org.apricotdesk.bot.understanding;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;

/// Finds the department where the problem is, as the writer calls it.
///
/// The longest alias wins, digits and Chinese numerals are equal, letters of another word do not
/// count (惠普一直 is not 普一), and a department that only says something is not the place.
final class Departments {
  private static final String DIGITS = "123456789";
  private static final String NUMERALS = "一二三四五六七八九";

  private final Map<String, List<Department>> byAlias = new LinkedHashMap<>();
  private final Map<Character, List<String>> longestFirst;
  private final Words cues = Words.cues();
  private final Set<String> everyday = Set.copyOf(cues.list("everyday"));

  Departments(Register register) {
    for (var department : register.departments()) {
      if (!department.retired() && !register.desk().contains(department.id())) {
        Stream.concat(Stream.of(department.name()), department.aliases().stream())
            .map(Departments::key)
            .distinct()
            .forEach(
                alias -> byAlias.computeIfAbsent(alias, _ -> new ArrayList<>()).add(department));
      }
    }
    longestFirst =
        byAlias.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(groupingBy(alias -> alias.charAt(0)));
  }

  Optional<DepartmentMention> in(String text, Optional<DepartmentId> home) {
    var mentions = mentions(text);
    return mentions.stream()
        .filter(mention -> mention.weight > 0)
        .max(Comparator.<Mention>comparingInt(Mention::weight).thenComparingInt(m -> -m.start))
        .map(mention -> mention.named(text, byAlias.getOrDefault(mention.alias, List.of()), home));
  }

  /// Whether a fault at the place mentioned endangers care at once.
  boolean critical(DepartmentMention mention) {
    return byAlias.getOrDefault(key(mention.text()), List.of()).stream()
        .anyMatch(Department::critical);
  }

  private record Mention(String alias, int start, int weight) {
    DepartmentMention named(String text, List<Department> all, Optional<DepartmentId> home) {
      var ids = all.stream().map(Department::id).toList();
      var typed = text.substring(start, start + alias.length());
      return new DepartmentMention(typed, home.filter(ids::contains).map(List::of).orElse(ids));
    }
  }

  private List<Mention> mentions(String text) {
    var read = key(text);
    var mentions = new ArrayList<Mention>();
    for (var at = 0; at < read.length(); at++) {
      var place = at;
      var alias =
          longestFirst.getOrDefault(read.charAt(at), List.of()).stream()
              .filter(name -> read.startsWith(name, place))
              .findFirst();
      if (alias.isPresent()) {
        mentions.add(new Mention(alias.get(), at, weight(read, at, alias.get())));
        at += alias.get().length() - 1;
      }
    }
    return mentions;
  }

  /// How likely the place is meant: 0 never, 1 perhaps, 2 yes, 3 the writer's own.
  private int weight(String text, int start, String alias) {
    var before = text.substring(0, start);
    var after = text.substring(start + alias.length());
    if (insideWord(before, after, alias)) {
      return 0;
    }
    var own = cues.list("ownplace").stream().anyMatch(before::endsWith);
    if (cues.list("receives").stream().anyMatch(after::startsWith)) {
      return 1;
    }
    if (speaks(after) || before.endsWith("从") || before.endsWith("“") || before.endsWith("\"")) {
      return 0;
    }
    if (everyday.contains(alias)) {
      return (own || opens(before)) && endsPlace(after) ? (own ? 3 : 2) : 0;
    }
    return own ? 3 : 2;
  }

  private boolean speaks(String after) {
    var rest = after.startsWith("那边") ? after.substring(2) : after;
    return cues.list("otherspeaks").stream().anyMatch(rest::startsWith);
  }

  private static boolean opens(String before) {
    return before.isBlank() || !Character.isLetterOrDigit(before.charAt(before.length() - 1));
  }

  private boolean endsPlace(String after) {
    return after.isEmpty()
        || !Character.isLetter(after.charAt(0))
        || NUMERALS.indexOf(after.charAt(0)) >= 0
        || cues.list("placesign").stream().anyMatch(after::startsWith);
  }

  /// A short alias between other characters of a word, or digits that go on: 惠普一直, 骨12.
  private boolean insideWord(String before, String after, String alias) {
    var last = alias.charAt(alias.length() - 1);
    if (latin(alias.charAt(0)) && !before.isEmpty() && latin(before.charAt(before.length() - 1))) {
      return true;
    }
    if (latin(last) && !after.isEmpty() && latin(after.charAt(0))) {
      return true;
    }
    if (NUMERALS.indexOf(last) < 0 || alias.length() > 3) {
      return false;
    }
    var goesOn = !after.isEmpty() && (NUMERALS + "直些样下个点次定起般切旦").indexOf(after.charAt(0)) >= 0;
    return goesOn || (alias.length() == 2 && !opens(before) && !leadsToPlace(before));
  }

  private boolean leadsToPlace(String before) {
    return before.endsWith("的") || cues.list("ownplace").stream().anyMatch(before::endsWith);
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /// Lower case, digits after a character as numerals: 骨1 and 骨一 are one key.
  private static String key(String text) {
    var key = new StringBuilder(text.toLowerCase(Locale.ROOT));
    for (var i = 1; i < key.length(); i++) {
      var digit = DIGITS.indexOf(key.charAt(i));
      var alone = i + 1 >= key.length() || !Character.isDigit(key.charAt(i + 1));
      if (digit >= 0 && alone && Character.isIdeographic(key.charAt(i - 1))) {
        key.setCharAt(i, NUMERALS.charAt(digit));
      }
    }
    return key.toString();
  }
}
