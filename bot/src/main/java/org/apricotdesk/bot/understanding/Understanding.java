package org.apricotdesk.bot.understanding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.desk.catalogue.Category;

/// Understands what staff write: kind, category, place, priority and signals of each thing said.
///
/// Trained models propose, rules decide what words alone decide; no network, no clock, no chance.
/// Build a new one when the catalogue or the register changes.
public final class Understanding {
  private final Reader reader;
  private final Splitter splitter;

  public Understanding(Collection<Category> categories, Register register) {
    this(categories, register, Hints.NONE);
  }

  /// The same, asking the knowledge base where the words leave doubt.
  public Understanding(Collection<Category> categories, Register register, Hints hints) {
    this(Models.load(), hints, categories, register);
  }

  Understanding(Models models, Hints hints, Collection<Category> categories, Register register) {
    Map<String, Category> byCode = new LinkedHashMap<>();
    categories.stream()
        .filter(category -> !category.retired())
        .forEach(category -> byCode.put(category.code().value(), category));
    var matters = new Categories(models.category(), hints, byCode);
    this.reader = new Reader(models.kind(), matters, byCode, register);
    this.splitter = new Splitter(matters::quickly);
  }

  /// What a message says; at least one item, the first the more serious.
  public Understood understand(Sentence sentence) {
    var parts = splitter.split(sentence.text());
    if (parts.size() == 1) {
      return new Understood(List.of(reader.read(sentence.text(), sentence)));
    }
    return new Understood(parts.stream().map(part -> reader.read(part, sentence)).toList());
  }

  /// Whether a message goes on with what its writer said just before, rather than begins anew.
  ///
  /// A place, a picture, "急", "又不行了" go on; another system, a recovery or small talk do not.
  public boolean continues(Understood before, Sentence next) {
    return Continuation.of(before.main(), understand(next).main());
  }
}
