package org.apricotdesk.bot.understanding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apricotdesk.desk.privacy.Masker;
import org.junit.jupiter.api.Test;

/// How sentences fare that neither rules nor models were made with; `deploy/docs/understanding.md`
/// has the values, this holds the line below them.
class FreshMessagesTest {
  private record Case(
      String text, String kind, List<String> categories, List<String> priorities, String place) {
    static Case of(String line) {
      var cells = line.split("\\|", -1);
      return new Case(
          cells[0],
          cells[1],
          List.of(cells[2].split(",", -1)),
          List.of(cells[3].split(",", -1)),
          cells[4]);
    }
  }

  private record Judged(Case label, Item item) {
    boolean kind() {
      return List.of(label.kind.split(",", -1)).contains(item.kind().code());
    }

    boolean category() {
      return label.categories.contains(item.category().map(Object::toString).orElse("-"));
    }

    boolean priority() {
      return label.priorities.contains(item.priority().map(Enum::name).orElse("-"));
    }

    boolean department() {
      return label.place.equals(item.department().map(DepartmentMention::text).orElse("-"));
    }
  }

  @Test
  void most_are_understood_in_each_respect() {
    var judged = judged();
    var matters = judged.stream().filter(one -> !one.label.categories.contains("-")).toList();
    assertThat(share(judged, Judged::kind)).isGreaterThanOrEqualTo(0.97);
    assertThat(share(matters, Judged::category)).isGreaterThanOrEqualTo(0.91);
    assertThat(share(matters, Judged::priority)).isGreaterThanOrEqualTo(0.93);
    assertThat(share(judged, Judged::department)).isGreaterThanOrEqualTo(0.95);
  }

  private static List<Judged> judged() {
    var masker = new Masker(SampleDesk.staffNames()::contains);
    try (var knowledge = SampleKnowledge.open()) {
      var understanding =
          new Understanding(SampleDesk.categories(), SampleDesk.register(), knowledge.hints());
      return cases().stream()
          .map(
              one -> {
                var masked = Sentence.of(masker.mask(one.text).text());
                return new Judged(one, understanding.understand(masked).main());
              })
          .toList();
    }
  }

  private static double share(List<Judged> judged, Predicate<Judged> right) {
    return judged.stream().filter(right).count() / (double) judged.size();
  }

  private static List<Case> cases() {
    try (var in = FreshMessagesTest.class.getResourceAsStream("fresh.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Case::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
