package org.apricotdesk.bot.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Urgency;

/// Reads one thing said.
final class Reader {
  private static final double VAGUE = 0.35;
  private static final int SHORT = 14;
  private static final int WORDS_OF_EVIDENCE = 4;

  private final LinearModel kinds;
  private final Categories matters;
  private final Map<String, Category> categories;
  private final Departments departments;
  private final Collection<String> campuses;
  private final Words cues = Words.cues();

  Reader(
      LinearModel kinds, Categories matters, Map<String, Category> categories, Register register) {
    this.kinds = kinds;
    this.matters = matters;
    this.categories = categories;
    this.departments = new Departments(register);
    this.campuses = register.campusNames();
  }

  Item read(String part, Sentence sentence) {
    var text = PlainText.of(part);
    var signals = Signals.in(text);
    var topic = Correction.in(text).map(Correction::right).orElse(text);
    var guess = matters.of(topic);
    var kind = Kinds.of(kinds, text, guess, request(guess));
    var mention = mention(part, sentence, kind);
    var category = category(kind, guess);
    var evidence = new ArrayList<>(signals.evidence());
    var pressure =
        category.map(
            found ->
                new Pressure(text, campuses)
                    .read(kind, found, mention.filter(departments::critical).isPresent()));
    category.ifPresent(found -> evidence.add(words(topic, found)));
    mention.ifPresent(m -> evidence.add(new Evidence(Evidence.Aspect.DEPARTMENT, m.text())));
    pressure.ifPresent(reading -> evidence.addAll(reading.evidence()));
    return new Item(
        part,
        kind,
        category.map(Category::code),
        category.isPresent() ? guess.probability() : 0,
        pressure.map(Pressure.Reading::priority),
        pressure.map(Pressure.Reading::impact).orElse(Impact.INDIVIDUAL),
        pressure.map(Pressure.Reading::urgency).orElse(Urgency.LOW),
        mention,
        Place.in(text),
        cues.any(text, "urgent"),
        TicketReference.in(text),
        signals.found(),
        missing(kind, category, guess, text, mention, sentence),
        evidence);
  }

  private boolean request(LinearModel.Guess guess) {
    var category = categories.get(guess.label());
    return category != null && category.request();
  }

  private Optional<DepartmentMention> mention(String part, Sentence sentence, Kind kind) {
    return switch (kind) {
      case FAULT, QUESTION, SUGGESTION, PROGRESS -> departments.in(part, sentence.home());
      case CHITCHAT, OTHER -> Optional.empty();
    };
  }

  private Optional<Category> category(Kind kind, LinearModel.Guess guess) {
    return switch (kind) {
      case FAULT, QUESTION, SUGGESTION -> Optional.ofNullable(categories.get(guess.label()));
      case OTHER ->
          Optional.ofNullable(categories.get(guess.label()))
              .filter(found -> found.code().value().startsWith("other.redirect"));
      case PROGRESS, CHITCHAT -> Optional.empty();
    };
  }

  private Evidence words(String text, Category category) {
    var words = matters.words(text, category.code().value(), WORDS_OF_EVIDENCE);
    return new Evidence(Evidence.Aspect.CATEGORY, String.join(" ", words));
  }

  private Set<Missing> missing(
      Kind kind,
      Optional<Category> category,
      LinearModel.Guess guess,
      String text,
      Optional<DepartmentMention> mention,
      Sentence sentence) {
    var missing = EnumSet.noneOf(Missing.class);
    if (kind != Kind.FAULT) {
      return missing;
    }
    var code = category.map(found -> found.code().value()).orElse("");
    var unclear = code.equals(CategoryCode.UNCLEAR.value());
    var vague = guess.probability() < VAGUE && !cues.any(text, "broken");
    if ((unclear || vague) && text.length() < SHORT) {
      missing.add(Missing.SYMPTOM);
    }
    if (code.startsWith("printer.laser") && text.length() < 10 && !code.endsWith("toner")) {
      missing.add(Missing.DEVICE);
    }
    var shared = code.startsWith("network.") || code.startsWith("insurance.settle");
    if (shared
        && !cues.any(text, "department")
        && !cues.any(text, "multi")
        && !cues.any(text, "hospital")
        && !cues.any(text, "single")) {
      missing.add(Missing.SCOPE);
    }
    if (mention.isEmpty() && sentence.home().isEmpty()) {
      missing.add(Missing.DEPARTMENT);
    }
    if (mention.filter(m -> m.candidates().size() > 1).isPresent()) {
      missing.add(Missing.CAMPUS);
    }
    return missing;
  }
}
