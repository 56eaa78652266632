package org.apricotdesk.bot.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apricotdesk.bot.understanding.DepartmentMention;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;

/// What was understood, in a few words: where it is, and what kind of trouble.
///
/// It opens every answer to a report, so that whoever wrote it sees at once whether to correct it.
final class Gist {
  private static final double DOUBTFUL = 0.3;
  private static final int WORDS = 20;
  private static final Pattern LEADING = Pattern.compile("^[的，,：:\\s]+");

  private final People people;
  private final Catalogue catalogue;
  private final Whereabouts whereabouts;
  private final Speech speech;

  Gist(People people, Catalogue catalogue, Whereabouts whereabouts, Speech speech) {
    this.people = people;
    this.catalogue = catalogue;
    this.whereabouts = whereabouts;
    this.speech = speech;
  }

  /// `骨一科 三楼护士站 · 腕带打印机`; the matter alone where the place is not known.
  String of(Person speaker, Item item) {
    var matter = matter(item);
    return place(speaker, item).map(place -> speech.say("gist", place, matter)).orElse(matter);
  }

  private Optional<String> place(Person speaker, Item item) {
    var said = item.department().map(mention -> called(mention));
    var department =
        said.or(() -> speaker.department().flatMap(people::department).map(Gist::name));
    return Speech.place(department, whereabouts.spot(item));
  }

  /// As the register calls it, or as it was typed where two campuses call a department that.
  private String called(DepartmentMention mention) {
    return mention.certain().flatMap(people::department).map(Gist::name).orElse(mention.text());
  }

  private static String name(Department department) {
    return department.name();
  }

  /// By the catalogue's name where that is fairly sure, else in the writer's own words.
  String matter(Item item) {
    return item.category()
        .filter(code -> !code.equals(CategoryCode.UNCLEAR) && item.confidence() >= DOUBTFUL)
        .flatMap(catalogue::find)
        .map(Gist::name)
        .orElseGet(() -> Speech.cut(withoutPlace(item), WORDS));
  }

  /// "骨一科护士站的电脑开不了机" without the place at its beginning.
  private String withoutPlace(Item item) {
    var words = item.text().strip();
    var department = item.department().map(DepartmentMention::text).orElse("");
    for (var place : List.of(department, whereabouts.spot(item).orElse(""))) {
      words = words.startsWith(place) ? words.substring(place.length()) : words;
    }
    words = LEADING.matcher(words).replaceFirst("");
    return words.isEmpty() ? item.text() : words;
  }

  /// `激光打印机/卡纸`, but `腕带打印机` alone: what says itself needs nothing before it.
  private static String name(Category category) {
    var levels = category.path().split("/", -1);
    if (levels.length < 3) {
      return category.name();
    }
    var above = levels[1];
    var saysItself = category.name().endsWith(above.substring(Math.max(0, above.length() - 2)));
    return saysItself ? category.name() : above + "/" + category.name();
  }
}
